namespace IvsTools.Service;

/// <summary>
/// What a rate limit applies to. The URL of the endpoint includes the Region. The resource is null for the limit of the whole operation.
/// </summary>
internal sealed record RateLimitKey(string Operation, string Endpoint, string Credential, string? Resource);
