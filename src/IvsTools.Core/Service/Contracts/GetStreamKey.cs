namespace IvsTools.Service;

/// <summary>Gets one stream key.</summary>
public sealed record GetStreamKeyRequest(string Arn);

/// <summary>The key with its secret.</summary>
public sealed record GetStreamKeyResponse(StreamKey StreamKey);
