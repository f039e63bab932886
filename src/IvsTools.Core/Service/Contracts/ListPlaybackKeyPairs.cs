namespace IvsTools.Service;

/// <summary>One page of the key pairs in the Region, 1 to 100 per page.</summary>
public sealed record ListPlaybackKeyPairsRequest(int? MaxResults = null, string? NextToken = null);

/// <summary>Key pairs without fingerprints.</summary>
public sealed record ListPlaybackKeyPairsResponse(IReadOnlyList<PlaybackKeyPair> KeyPairs, string? NextToken);
