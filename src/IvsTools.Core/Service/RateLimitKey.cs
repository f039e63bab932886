namespace IvsTools.Service;

/// <summary>Identifies the calls that share a rate limit. The resource is null for the limit of a whole operation.</summary>
internal sealed record RateLimitKey(string Operation, string Endpoint, string Credential, string? Resource = null);
