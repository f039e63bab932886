using System.Runtime.CompilerServices;

namespace IvsTools.Service;

/// <summary>The key pairs of a Region: import, list, find.</summary>
public static class PlaybackKeyPairs
{
    /// <summary>Imports one key and compares the fingerprint that comes back.</summary>
    /// <param name="session">Where the calls are made.</param>
    /// <param name="request">The canonical PEM, a name and tags.</param>
    /// <param name="fingerprint">Our own fingerprint of the key.</param>
    /// <param name="reuseExisting">A key that is there already is no error: its key pair is returned.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IvsServiceException">FingerprintMismatch, or what the service said.</exception>
    public static async Task<PlaybackKeyPair> ImportAsync(
        IvsSession session, ImportPlaybackKeyPairRequest request, string fingerprint, bool reuseExisting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        PlaybackKeyPair imported;
        try
        {
            imported = (await session.SendAsync(Operations.ImportPlaybackKeyPair, request, cancellationToken).ConfigureAwait(false)).KeyPair;
        }
        // A full Region may answer "quota exceeded" before it notices that the key is one of the three.
        catch (IvsServiceException e) when (reuseExisting && e.ErrorCode is "ConflictException" or "ServiceQuotaExceededException")
        {
            if (await FindAsync(session, fingerprint, cancellationToken).ConfigureAwait(false) is { } existing)
                return existing;
            throw;
        }
        if (imported.Fingerprint != fingerprint)
        {
            throw new IvsServiceException(
                IvsErrorCode.FingerprintMismatch,
                $"The service stored {imported.Arn} with the fingerprint {imported.Fingerprint ?? "(none)"}, but the fingerprint of the sent key is {fingerprint}.");
        }
        return imported;
    }

    /// <summary>Finds a key pair by its fingerprint; null if there is none.</summary>
    public static async Task<PlaybackKeyPair?> FindAsync(IvsSession session, string fingerprint, CancellationToken cancellationToken)
    {
        await foreach (var pair in AllAsync(session, cancellationToken).ConfigureAwait(false))
        {
            if (pair.Fingerprint == fingerprint)
                return pair;
        }
        return null;
    }

    /// <summary>All key pairs of the Region, each whole (the service's list leaves the fingerprints out), one after the other as they are taken.</summary>
    public static async IAsyncEnumerable<PlaybackKeyPair> AllAsync(IvsSession session, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pages = Paging.PagesAsync(session, Operations.ListPlaybackKeyPairs, next => new(NextToken: next), page => page.NextToken, cancellationToken: cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var summary in page.KeyPairs)
                yield return (await session.SendAsync(Operations.GetPlaybackKeyPair, new(summary.Arn), cancellationToken).ConfigureAwait(false)).KeyPair;
        }
    }
}
