namespace IvsTools.Service;

/// <summary>Gets up to 50 stream keys.</summary>
public sealed record BatchGetStreamKeyRequest(IReadOnlyList<string> Arns);

/// <summary>The stream keys, and an error for each ARN that was not found.</summary>
public sealed record BatchGetStreamKeyResponse(IReadOnlyList<StreamKey>? StreamKeys, IReadOnlyList<BatchError>? Errors);
