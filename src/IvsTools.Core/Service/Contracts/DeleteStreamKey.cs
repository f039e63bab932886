namespace IvsTools.Service;

/// <summary>Deletes a stream key. A live stream does not end.</summary>
public sealed record DeleteStreamKeyRequest(string Arn);
