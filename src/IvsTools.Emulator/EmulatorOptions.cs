using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Emulator;

/// <summary>The settings of an emulator at its start.</summary>
public sealed record EmulatorOptions
{
    /// <summary>0 uses any free port.</summary>
    public int Port { get; init; }

    /// <summary>The port for encoders, with RTMP and RTMPS. 0 uses any free port. If null, encoders are not accepted.</summary>
    public int? IngestPort { get; init; }

    /// <summary>The local address that accepts encoders.</summary>
    public IPAddress IngestAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The certificate for RTMPS, with its private key. Null to create one.</summary>
    public X509Certificate2? IngestCertificate { get; init; }

    /// <summary>The default Region. The Regions of Amazon IVS are also accepted.</summary>
    public string Region { get; init; } = "us-west-2";

    /// <summary>The account of <see cref="AccessKeyId"/>.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>Null to generate one.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>Null to generate one.</summary>
    public string? SecretAccessKey { get; init; }

    /// <summary>More access key IDs, each with its account ID. They have the same secret access key and session token.</summary>
    public IReadOnlyDictionary<string, string> AdditionalAccounts { get; init; } = new Dictionary<string, string>();

    /// <summary>The session token of temporary credentials. Null for long-term credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>The delay before each response.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Calls above this rate return 429. Null for no limit.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>The clock for signatures, rate limits, sessions and tokens. Latency uses real time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes generated IDs, stream keys and credentials the same in every run. Null for different values in each run.</summary>
    public int? Seed { get; init; }

    /// <summary>
    /// The origins whose web pages can call the API, such as https://studio.example, or * for all.
    /// If empty, pages of other sites are rejected.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// A file for the state. An existing file is loaded. The state is saved at the end and on request. Null to save no state.
    /// </summary>
    public string? StatePath { get; init; }

    /// <summary>
    /// True to set environment variables so that AWS clients in this process and its child processes use the
    /// emulator while it runs. Applies only to <see cref="EmulatorServer"/>.
    /// </summary>
    public bool SetEnvironment { get; init; }

    /// <summary>True to reject every create request, as AWS does for an account that is not verified yet.</summary>
    public bool PendingVerification { get; init; }
}
