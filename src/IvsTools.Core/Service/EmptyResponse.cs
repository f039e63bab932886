namespace IvsTools.Service;

/// <summary>The response of operations without output: no body, or an empty object.</summary>
public sealed record EmptyResponse;
