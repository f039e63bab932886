namespace IvsTools.Service;

/// <summary>The readable key pairs in a Region.</summary>
/// <param name="Pairs">The key pairs.</param>
/// <param name="Failure">The first error, or null if all key pairs could be read.</param>
internal sealed record ReadKeyPairs(IReadOnlyList<PlaybackKeyPair> Pairs, IvsServiceException? Failure)
{
    /// <summary>Finds a key pair by its fingerprint. Returns null if the key pair does not exist.</summary>
    /// <exception cref="IvsServiceException">The key pair was not found, but not all key pairs could be read.</exception>
    public PlaybackKeyPair? Find(string fingerprint) =>
        Pairs.FirstOrDefault(pair => pair.Fingerprint == fingerprint) ?? (Failure is null ? null : throw Failure);
}
