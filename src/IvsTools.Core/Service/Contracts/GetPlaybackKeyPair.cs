namespace IvsTools.Service;

/// <summary>Gets one key pair.</summary>
public sealed record GetPlaybackKeyPairRequest(string Arn);

/// <summary>The key pair with its fingerprint. No operation returns the public key itself.</summary>
public sealed record GetPlaybackKeyPairResponse(PlaybackKeyPair KeyPair);
