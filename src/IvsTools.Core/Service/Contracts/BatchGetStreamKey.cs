namespace IvsTools.Service;

/// <summary>Asks for up to 50 stream keys.</summary>
public sealed record BatchGetStreamKeyRequest(IReadOnlyList<string> Arns);

/// <summary>What was found, and an error for each ARN that was not.</summary>
public sealed record BatchGetStreamKeyResponse(IReadOnlyList<StreamKey>? StreamKeys, IReadOnlyList<BatchError>? Errors);
