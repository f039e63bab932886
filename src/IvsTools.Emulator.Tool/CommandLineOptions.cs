using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using IvsTools.Text;

namespace IvsTools.Emulator.Tool;

/// <summary>The command-line options.</summary>
internal static class CommandLineOptions
{
    private const string DefaultKey = "test";
    private const int DefaultPort = 4487;

    public static readonly Option<int> Port = new("--port", "-p")
    {
        Description = "The port for HTTP or HTTPS. If 0, the emulator uses a free port.",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = ParsePort,
    };

    public static readonly Option<IPAddress> Bind = new("--bind")
    {
        Description = "The address to listen on, such as 0.0.0.0 in a container.",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = ParseAddress,
    };

    public static readonly Option<int?> IngestPort = new("--ingest-port")
    {
        Description = "The port for RTMP and RTMPS. If 0, a free port is used. If omitted, the emulator does not accept encoders.",
        CustomParser = result => ParsePort(result),
    };

    public static readonly Option<string[]> HostNames = new("--host-name")
    {
        Description = "An additional host name of the emulator. localhost and IP addresses are always accepted.",
        DefaultValueFactory = _ => [],
    };

    public static readonly Option<bool> Https = new("--https")
    {
        Description = "Uses HTTPS. If --certificate is omitted, the emulator creates a certificate.",
    };

    public static readonly Option<FileInfo?> Certificate = new("--certificate")
    {
        Description = "A PEM file with the certificate for --https and for encoders.",
    };

    public static readonly Option<FileInfo?> CertificateKey = new("--certificate-key")
    {
        Description = "A PEM file with the private key. Without this option, the certificate file must contain the private key.",
    };

    public static readonly Option<FileInfo?> WriteCertificate = new("--write-certificate")
    {
        Description = "Writes the certificate to a PEM file, so that clients can trust it.",
    };

    public static readonly Option<string> Region = new("--region")
    {
        Description = "The default Region. Each Region has separate resources.",
        DefaultValueFactory = _ => "us-west-2",
    };

    public static readonly Option<string> Account = new("--account")
    {
        Description = "The 12-digit account ID of the default access key.",
        DefaultValueFactory = _ => "123456789012",
    };

    public static readonly Option<string> AccessKeyId = new("--access-key-id")
    {
        Description = "The access key ID that clients use to sign requests.",
        DefaultValueFactory = _ => DefaultKey,
    };

    public static readonly Option<string> SecretAccessKey = new("--secret-access-key")
    {
        Description = "The secret access key. Do not use a real secret access key.",
        DefaultValueFactory = _ => DefaultKey,
    };

    public static readonly Option<string?> SessionToken = new("--session-token")
    {
        Description = "The session token of temporary credentials. Without this option, clients do not need a session token.",
    };

    public static readonly Option<Dictionary<string, string>> AdditionalAccounts = new("--additional-account")
    {
        Description = "An additional access key ID and its account ID, in the format ID=ACCOUNT. "
            + "All access keys have the same secret access key.",
        DefaultValueFactory = _ => [],
        CustomParser = ParseAccounts,
    };

    public static readonly Option<string[]> AllowedOrigins = new("--allowed-origin")
    {
        Description = "An origin whose web pages can call the API, such as http://localhost:5173. Use * for all origins.",
        DefaultValueFactory = _ => [],
    };

    public static readonly Option<int?> Seed = new("--seed")
    {
        Description = "A number that makes IDs and stream keys the same in every run.",
        CustomParser = ParseSeed,
    };

    public static readonly Option<FileInfo?> State = new("--state")
    {
        Description = "The state file, which is loaded if it exists. The state is saved when the emulator ends.",
    };

    public static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Does not log requests.",
    };

    // The parser checks the range, because a validator would fail if the option is omitted.
    private static int ParsePort(ArgumentResult result)
    {
        if (ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} must be 0 to 65535.");
        return 0;
    }

    private static int? ParseSeed(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed))
            return seed;
        result.AddError("--seed must be a 32-bit integer.");
        return null;
    }

    private static Dictionary<string, string> ParseAccounts(ArgumentResult result)
    {
        var accounts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=') is not [var id, var account])
                result.AddError("--additional-account must be an access key ID and an account ID, as ID=ACCOUNT.");
            else if (!accounts.TryAdd(id, account))
                result.AddError($"--additional-account contains the access key ID {SafeText.Quote(id)} twice.");
        }
        return accounts;
    }

    private static IPAddress? ParseAddress(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
            return address;
        result.AddError("--bind must be an IP address.");
        return null;
    }
}
