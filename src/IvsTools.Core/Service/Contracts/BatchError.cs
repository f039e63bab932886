namespace IvsTools.Service;

/// <summary>Why one ARN of a batch failed, in an answer that is otherwise a success.</summary>
public sealed record BatchError(string? Arn, string? Code, string? Message);
