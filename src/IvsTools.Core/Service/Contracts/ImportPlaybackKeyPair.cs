namespace IvsTools.Service;

/// <summary>PublicKeyMaterial is the canonical PEM of a P-384 public key.</summary>
public sealed record ImportPlaybackKeyPairRequest(
    string PublicKeyMaterial, string? Name = null, IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>The imported key pair with the fingerprint of the service.</summary>
public sealed record ImportPlaybackKeyPairResponse(PlaybackKeyPair KeyPair);
