namespace IvsTools.Service;

/// <summary>Asks for one key pair.</summary>
public sealed record GetPlaybackKeyPairRequest(string Arn);

/// <summary>The key pair with its fingerprint; the public key itself never comes back.</summary>
public sealed record GetPlaybackKeyPairResponse(PlaybackKeyPair KeyPair);
