namespace IvsTools.Service;

/// <summary>
/// The calls that share a rate limit. The URL of the endpoint includes the Region.
/// The resource is null for the limit of the whole operation.
/// </summary>
internal sealed record RateLimitKey(string Operation, string Endpoint, string Credential, string? Resource);
