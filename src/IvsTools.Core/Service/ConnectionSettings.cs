namespace IvsTools.Service;

/// <summary>How to connect to the service. Null values are read from the environment, as in other AWS SDKs.</summary>
public sealed record ConnectionSettings
{
    /// <summary>A Region such as us-west-2.</summary>
    public string? Region { get; init; }

    /// <summary>The endpoint to use instead of the endpoint of the Region: the emulator, a proxy, a VPC endpoint.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>The access key ID for <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret access key.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>A profile in the shared credentials or config file, or in the SDK store.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The profile file. Null for the default locations.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The timeout of one call, including retries but not the wait for the rate limit.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The clock for waits and rate limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The name of the credentials that share rate limits. Empty for the credential chain, which has one result.</summary>
    internal string CredentialName => AccessKey ?? ProfileName ?? string.Empty;

    /// <summary>Region and endpoint, without credentials.</summary>
    public override string ToString() => $"{Region} {EndpointUrl}".Trim();
}
