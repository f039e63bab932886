using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IvsTools.Service.Aws;

namespace IvsTools.Service;

/// <summary>Stores the clients in use. The connection and the environment identify a client.</summary>
/// <remarks>
/// A client is removed if its credentials fail, for example because the user must sign in again. Otherwise, the least recently used
/// client is removed first. A removed client continues to work for its callers.
/// </remarks>
internal sealed class ClientCache<TClient>(int size, Func<ConnectionSettings, TClient> make)
    where TClient : class, ICachedClient
{
    // An HMAC identifies a connection, because the connection itself contains secrets. The HMAC key is random.
    private readonly byte[] _hashKey = RandomNumberGenerator.GetBytes(32);
    private readonly LinkedList<Entry> _newestFirst = new();
    private readonly object _gate = new();

    /// <summary>Returns the client for a connection.</summary>
    /// <exception cref="IvsServiceException">The connection cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public TClient Get(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var hash = Hash(settings);
        lock (_gate)
        {
            if (Find(hash, settings.Time) is { } found)
                return found;
        }
        try
        {
            // The instance metadata can delay the search for the Region, so other callers must not wait for it.
            SdkEnvironment.Refresh();
            ConnectionCheck.Require(settings);
            var region = Credentials.Region(settings, cancellationToken);
            lock (_gate)
                return Find(hash, settings.Time) ?? Add(hash, settings.Time, make(settings with { Region = region }));
        }
        catch (Exception e) when (e is not IvsServiceException && CredentialFailure.IsUnreadable(e))
        {
            throw CredentialFailure.Unreadable(e);
        }
    }

    private TClient? Find(string hash, TimeProvider time)
    {
        var found = _newestFirst.First;
        while (found is not null && (found.Value.Hash != hash || found.Value.Time != time))
            found = found.Next;
        if (found is null)
            return null;
        _newestFirst.Remove(found);
        if (found.Value.Client.HasFailedCredentials)
            return null;
        _newestFirst.AddFirst(found);
        return found.Value.Client;
    }

    private TClient Add(string hash, TimeProvider time, TClient client)
    {
        _newestFirst.AddFirst(new Entry(hash, time, client));
        if (_newestFirst.Count > size)
            _newestFirst.RemoveLast();
        return client;
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
