namespace IvsTools.Service;

/// <summary>Deletes a key pair. The tokens that it verifies become invalid.</summary>
public sealed record DeletePlaybackKeyPairRequest(string Arn);
