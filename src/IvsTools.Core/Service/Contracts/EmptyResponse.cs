namespace IvsTools.Service;

/// <summary>The answer of operations that return nothing: no body, or an empty object.</summary>
public sealed record EmptyResponse;
