namespace IvsTools.Service;

/// <summary>Deletes a key pair: every token signed by it stops working.</summary>
public sealed record DeletePlaybackKeyPairRequest(string Arn);
