
namespace IvsTools.Service;

/// <summary>Imports, lists and finds the key pairs of a Region.</summary>
internal static class PlaybackKeyPairs
{
    /// <summary>Imports a key and compares its fingerprint with the fingerprint in the response.</summary>
    /// <param name="context">The context of the calls.</param>
    /// <param name="request">The canonical PEM, the name and the tags.</param>
    /// <param name="fingerprint">The fingerprint that was calculated on this machine.</param>
    /// <param name="reuseExisting">
    /// True to return the existing key pair if the key is already imported. False to throw an exception in that case.
    /// </param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="IvsServiceException">The fingerprints differ (FingerprintMismatch), or the service returned an error.</exception>
    public static async Task<ImportPlaybackKeyPairResponse> ImportAsync(
        CallContext context,
        ImportPlaybackKeyPairRequest request,
        string fingerprint,
        bool reuseExisting,
        CancellationToken cancellationToken)
    {
        ImportPlaybackKeyPairResponse response;
        try
        {
            response = await context.SendAsync(Operations.ImportPlaybackKeyPair, request, cancellationToken).ConfigureAwait(false);
        }
        // A Region can contain three key pairs. At this limit, the service can return "quota exceeded" even if the key is already imported.
        catch (IvsServiceException e)
            when (reuseExisting && e.ErrorCode is ApiErrorCode.ConflictException or ApiErrorCode.ServiceQuotaExceededException)
        {
            if ((await AllAsync(context, cancellationToken).ConfigureAwait(false)).Find(fingerprint) is { } existing)
                return new(existing);
            throw;
        }
        var imported = response.KeyPair;
        if (imported.Fingerprint != fingerprint)
        {
            throw new IvsServiceException(
                IvsErrorCode.FingerprintMismatch,
                $"The service stored {imported.Arn} with the fingerprint {imported.Fingerprint ?? "(none)"}, "
                    + $"but the fingerprint of the sent key is {fingerprint}.");
        }
        return response;
    }

    /// <summary>Returns all key pairs in the Region with their fingerprints.</summary>
    /// <remarks>A list does not contain fingerprints, so each key pair is read separately.</remarks>
    public static async Task<ReadKeyPairs> AllAsync(CallContext context, CancellationToken cancellationToken)
    {
        var pairs = new List<PlaybackKeyPair>();
        IvsServiceException? failure = null;
        await foreach (var pair in ResourceLists.PlaybackKeyPairs.AllAsync(context, name: null, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                var response = context.SendAsync(Operations.GetPlaybackKeyPair, new(pair.Arn), cancellationToken);
                pairs.Add((await response.ConfigureAwait(false)).KeyPair);
            }
            catch (IvsServiceException e) when (e.ErrorCode == ApiErrorCode.ResourceNotFoundException)
            {
                // The key pair was deleted after the list was read.
            }
            catch (IvsServiceException e)
            {
                failure ??= e;
            }
        }
        return new(pairs, failure);
    }
}
