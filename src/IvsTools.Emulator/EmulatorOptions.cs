using System.Net;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Text;
using IvsTools.Tokens;

namespace IvsTools.Emulator;

/// <summary>The settings for starting an emulator.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The HTTP port. If 0, the emulator uses a free port.</summary>
    public int Port { get; init; }

    /// <summary>The port for RTMP and RTMPS. If 0, the emulator uses a free port. If null, the emulator does not accept encoders.</summary>
    public int? IngestPort { get; init; }

    /// <summary>The local address on which the emulator accepts encoders.</summary>
    public IPAddress IngestAddress { get; init; } = IPAddress.Loopback;

    /// <summary>The RTMPS certificate with its private key. If null, the emulator creates a certificate.</summary>
    public X509Certificate2? IngestCertificate { get; init; }

    /// <summary>The default Region. Other Regions of Amazon IVS are also accepted.</summary>
    public string Region { get; init; } = "us-west-2";

    /// <summary>The account ID of <see cref="AccessKeyId"/>.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The access key ID. If null, the emulator generates one.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The secret access key. If null, the emulator generates one.</summary>
    public string? SecretAccessKey { get; init; }

    /// <summary>
    /// Additional access key IDs and their account IDs. All access key IDs share the secret access key and the session token.
    /// </summary>
    public IReadOnlyDictionary<string, string> AdditionalAccounts { get; init; } = new Dictionary<string, string>();

    /// <summary>The session token of temporary credentials. If null, the credentials are long-term credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>The delay before each response.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The rate limit in calls per second. Calls above this rate return the status 429. Null means no limit.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>The clock for signatures, rate limits, sessions and tokens. The clock does not affect <see cref="Latency"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>A number that makes the generated IDs, stream keys and credentials the same in every run.</summary>
    public int? Seed { get; init; }

    /// <summary>
    /// The origins whose web pages can call the API, such as https://studio.example. Use * for all origins. If empty, requests
    /// from web pages of other sites are rejected.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The path of the state file, which is loaded if it exists. If null, the state is not saved.</summary>
    public string? StatePath { get; init; }

    /// <summary>
    /// If true, environment variables make AWS clients in this process use the emulator. Applies only to <see
    /// cref="EmulatorServer"/>.
    /// </summary>
    public bool SetEnvironment { get; init; }

    /// <summary>If true, requests that create a resource are rejected, as if the AWS account were not verified.</summary>
    public bool PendingVerification { get; init; }

    /// <summary>Checks the Region, the accounts, the credentials and the origins.</summary>
    /// <exception cref="EmulatorOptionException">A value is invalid.</exception>
    public void Validate()
    {
        Require(
            Region.Length > 0 && Region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
            $"The Region {SafeText.Quote(Region)} is not valid. A Region contains only lowercase letters, digits and '-'.");
        RequireAccount(AccountId);
        if (AccessKeyId is not null)
            RequireKeyId(AccessKeyId);
        Require(SecretAccessKey != "", "The secret access key must not be empty.");
        Require(SessionToken != "", "The session token must not be empty.");
        foreach (var (keyId, account) in AdditionalAccounts)
        {
            RequireKeyId(keyId);
            RequireAccount(account);
        }
        foreach (var origin in AllowedOrigins)
        {
            Require(
                origin == "*" || PageOrigin.Of(origin) == origin,
                $"{SafeText.Quote(origin)} is neither an origin, such as https://studio.example or http://localhost:5173, nor *.");
        }
    }

    private static void RequireKeyId(string keyId) => Require(
        keyId.Length > 0 && keyId.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
        $"The access key ID {SafeText.Quote(keyId)} is not valid. An access key ID contains only letters, digits and '_'.");

    private static void RequireAccount(string account) => Require(
        account.Length == 12 && account.All(char.IsAsciiDigit),
        $"The account ID {SafeText.Quote(account)} is not valid. An account ID has 12 digits.");

    private static void Require(bool isGood, string message)
    {
        if (!isGood)
            throw new EmulatorOptionException(message);
    }
}
