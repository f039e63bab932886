using System.Security.Cryptography;
using System.Text.Json;
using IvsTools.Service.Sdk;

namespace IvsTools.Service;

/// <summary>The clients in use, each found by its connection and by what the environment says; the ones used longest ago are forgotten.</summary>
/// <remarks>A client that is forgotten works on for whoever holds it. It holds nothing but memory: the connections are shared by all.</remarks>
internal sealed class ClientCache(int size, Func<ConnectionSettings, IvsClient> make)
{
    // A connection has secrets, so it is known by a hash that only this process can make.
    private readonly byte[] _hashKey = RandomNumberGenerator.GetBytes(32);
    private readonly LinkedList<((string Hash, TimeProvider Time) Key, IvsClient Client)> _newestFirst = new();
    private readonly object _gate = new();

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _newestFirst.Count;
        }
    }

    /// <summary>The client for a connection.</summary>
    public IvsClient Get(ConnectionSettings settings)
    {
        var key = (Hash(settings), settings.Time);
        lock (_gate)
        {
            var found = _newestFirst.First;
            while (found is not null && found.Value.Key != key)
                found = found.Next;
            if (found is not null)
            {
                _newestFirst.Remove(found);
                _newestFirst.AddFirst(found);
                return found.Value.Client;
            }
            SdkEnvironment.Refresh();
            var client = make(settings);
            _newestFirst.AddFirst((key, client));
            if (_newestFirst.Count > size)
                _newestFirst.RemoveLast();
            return client;
        }
    }

    private string Hash(ConnectionSettings settings)
    {
        string?[] parts =
        [
            settings.Region, settings.EndpointUrl, settings.AccessKey, settings.SecretKey, settings.SessionToken,
            settings.ProfileName, settings.ProfileLocation, settings.Timeout.ToString("c"), .. SdkEnvironment.Snapshot(settings.ProfileLocation),
        ];
        var text = JsonSerializer.SerializeToUtf8Bytes(parts);
        try
        {
            return Convert.ToHexString(HMACSHA256.HashData(_hashKey, text));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }
}
