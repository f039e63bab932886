namespace IvsTools.Service;

/// <summary>Asks for one stream key.</summary>
public sealed record GetStreamKeyRequest(string Arn);

/// <summary>The key, its secret included.</summary>
public sealed record GetStreamKeyResponse(StreamKey StreamKey);
