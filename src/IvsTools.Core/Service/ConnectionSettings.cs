using IvsTools.Service.Aws;

namespace IvsTools.Service;

/// <summary>Specifies how to connect to the service. If a value is null, it is read from the environment.</summary>
internal sealed record ConnectionSettings
{
    /// <summary>The Region, such as us-west-2.</summary>
    public string? Region { get; init; }

    /// <summary>A custom endpoint, such as the endpoint of the emulator, a proxy or a VPC.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>The access key ID that belongs to <see cref="SecretKey"/>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret access key.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>
    /// A profile in the shared credentials file, the config file or the SDK store. With <see cref="ProfileLocation"/>, the default is
    /// the profile in AWS_PROFILE, or the default profile.
    /// </summary>
    public string? ProfileName { get => field ?? (ProfileLocation is null ? null : SdkEnvironment.DefaultProfile); init; }

    /// <summary>The profile file. If the value is null, the default locations are used.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The timeout of one call, including retries but not the wait for the rate limit.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The clock for waits and rate limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>True if the settings contain keys, even if the keys are incomplete.</summary>
    internal bool HasKeys => (AccessKey ?? SecretKey ?? SessionToken) is not null;

    /// <summary>Calls with the same credential name share their rate limits. The name is empty for the credential chain.</summary>
    public string CredentialName => AccessKey ?? ProfileName ?? string.Empty;

    /// <summary>Returns the Region and the endpoint. The text never contains the credentials.</summary>
    public override string ToString() => $"{Region} {EndpointUrl}".Trim();
}
