namespace IvsTools.Service;

/// <summary>One page of the Region's key pairs; 1 to 100 a page.</summary>
public sealed record ListPlaybackKeyPairsRequest(int? MaxResults = null, string? NextToken = null);

/// <summary>Key pairs without fingerprints.</summary>
public sealed record ListPlaybackKeyPairsResponse(IReadOnlyList<PlaybackKeyPair> KeyPairs, string? NextToken);
