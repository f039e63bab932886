namespace IvsTools.Service;

/// <summary>Deletes a stream key; a stream that it started goes on until it is stopped.</summary>
public sealed record DeleteStreamKeyRequest(string Arn);
