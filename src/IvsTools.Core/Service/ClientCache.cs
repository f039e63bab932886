using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IvsTools.Service.Aws;

namespace IvsTools.Service;

/// <summary>Stores the clients in use. The connection and the environment identify a client.</summary>
/// <remarks>The least recently used client is removed first. A removed client continues to work for its callers.</remarks>
internal sealed class ClientCache<TClient>(int size, Func<ConnectionSettings, TClient> make)
{
    // An HMAC identifies a connection, because the connection itself contains secrets. The HMAC key is random.
    private readonly byte[] _hashKey = RandomNumberGenerator.GetBytes(32);
    private readonly LinkedList<Entry> _newestFirst = new();
    private readonly object _gate = new();

    /// <summary>Returns the client for a connection.</summary>
    /// <exception cref="IvsServiceException">The connection cannot be used.</exception>
    public TClient Get(ConnectionSettings settings)
    {
        var hash = Hash(settings);
        lock (_gate)
        {
            var found = _newestFirst.First;
            while (found is not null && (found.Value.Hash != hash || found.Value.Time != settings.Time))
                found = found.Next;
            if (found is not null)
            {
                _newestFirst.Remove(found);
                _newestFirst.AddFirst(found);
                return found.Value.Client;
            }
            var client = Make(settings);
            _newestFirst.AddFirst(new Entry(hash, settings.Time, client));
            if (_newestFirst.Count > size)
                _newestFirst.RemoveLast();
            return client;
        }
    }

    private TClient Make(ConnectionSettings settings)
    {
        try
        {
            SdkEnvironment.Refresh();
            return make(settings);
        }
        catch (Exception e) when (e is not IvsServiceException && CredentialFailure.IsUnreadable(e))
        {
            throw CredentialFailure.Unreadable(e);
        }
    }

    private string Hash(ConnectionSettings settings)
    {
        string?[] parts =
        [
            settings.Region, settings.EndpointUrl, settings.AccessKey, settings.SecretKey, settings.SessionToken,
            settings.ProfileName,
            settings.ProfileLocation,
            settings.Timeout.ToString("c"),
            .. SdkEnvironment.Snapshot(settings.ProfileLocation),
        ];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _hashKey);
        foreach (var part in parts)
        {
            // The length before each part separates the parts and distinguishes null from an empty part.
            hash.AppendData(BitConverter.GetBytes(part?.Length ?? -1));
            hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private sealed record Entry(string Hash, TimeProvider Time, TClient Client);
}
