namespace IvsTools.Service;

/// <summary>How to reach the service; what is null comes from the environment, as every AWS SDK finds it.</summary>
public sealed record ConnectionSettings
{
    /// <summary>A Region such as us-west-2.</summary>
    public string? Region { get; init; }

    /// <summary>An endpoint in place of the Region's own: the emulator, a proxy, a VPC endpoint.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>Goes with <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret access key.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>A profile of the shared credentials or config file, or of the SDK store.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The file to look for the profile in, if not in the usual places.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>Bounds one call, retries included. The wait for the service's own rate does not count.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The clock of waits and of the service's rates.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Region and endpoint: no credential.</summary>
    public override string ToString() => $"{Region} {EndpointUrl}".Trim();
}
