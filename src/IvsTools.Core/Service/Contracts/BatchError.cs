namespace IvsTools.Service;

/// <summary>The error of one ARN in the successful response of a batch.</summary>
public sealed record BatchError(string? Arn, string? Code, string? Message);
