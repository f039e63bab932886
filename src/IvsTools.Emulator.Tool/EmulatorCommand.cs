using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using IvsTools.Tokens;

namespace IvsTools.Emulator.Tool;

/// <summary>The command line: its options, their validation, and the start of the host.</summary>
internal static class EmulatorCommand
{
    private const int DefaultPort = 4487;
    private const string DefaultKey = "test";

    private static readonly Option<int> Port = new("--port", "-p") { Description = "The port. 0 uses a free port.", DefaultValueFactory = _ => DefaultPort, CustomParser = ParsePort };
    private static readonly Option<IPAddress> Bind = new("--bind") { Description = "The address to listen on, such as 0.0.0.0 in a container.", DefaultValueFactory = _ => IPAddress.Loopback, CustomParser = ParseAddress };
    private static readonly Option<string[]> HostNames = new("--host-name") { Description = "An additional host name of the emulator. localhost and IP addresses are always accepted.", DefaultValueFactory = _ => [] };
    private static readonly Option<bool> Https = new("--https") { Description = "Uses HTTPS, with a created certificate or the one of --certificate." };
    private static readonly Option<FileInfo?> Certificate = new("--certificate") { Description = "A PEM file with the certificate for --https." };
    private static readonly Option<FileInfo?> CertificateKey = new("--certificate-key") { Description = "A PEM file with the private key. If omitted, the file of --certificate must contain it." };
    private static readonly Option<FileInfo?> WriteCertificate = new("--write-certificate") { Description = "Writes the certificate to a PEM file, which clients can trust." };
    private static readonly Option<string> Region = new("--region") { Description = "The default Region. Requests for another Region of Amazon IVS use separate resources.", DefaultValueFactory = _ => "us-west-2" };
    private static readonly Option<string> Account = new("--account") { Description = "The account ID of the access key, of 12 digits.", DefaultValueFactory = _ => "123456789012" };
    private static readonly Option<string> AccessKeyId = new("--access-key-id") { Description = "The access key ID that clients sign with.", DefaultValueFactory = _ => DefaultKey };
    private static readonly Option<string> SecretAccessKey = new("--secret-access-key") { Description = "The secret access key. Use an invented value, never one of AWS.", DefaultValueFactory = _ => DefaultKey };
    private static readonly Option<string?> SessionToken = new("--session-token") { Description = "The session token of temporary credentials. If omitted, no token is required." };
    private static readonly Option<string[]> AdditionalAccounts = new("--additional-account")
    {
        Description = "An additional access key ID with its account ID, as ID=ACCOUNT. The secret access key is the same.",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string[]> AllowedOrigins = new("--allowed-origin") { Description = "An origin whose web pages can call the API, such as http://localhost:5173, or * for all.", DefaultValueFactory = _ => [] };
    private static readonly Option<int?> Seed = new("--seed") { Description = "A number that makes IDs and stream keys the same in every run.", CustomParser = ParseSeed };
    private static readonly Option<FileInfo?> State = new("--state") { Description = "A file for the state. It is loaded if it exists, and saved at the end and by POST /_emulator/state." };
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Does not log requests." };

    public static RootCommand Create()
    {
        Region.Validators.Add(result => Require(result, IsRegion(result.GetValueOrDefault<string>()), "--region must contain only lowercase letters, digits and '-'."));
        Account.Validators.Add(result => Require(result, IsAccount(result.GetValueOrDefault<string>()), "--account must have 12 digits."));
        AccessKeyId.Validators.Add(result => Require(result, IsKeyId(result.GetValueOrDefault<string>()), "--access-key-id must contain only letters, digits and '_'."));
        AdditionalAccounts.Validators.Add(result => Require(
            result, result.GetValueOrDefault<string[]>().All(IsKeyWithAccount), "--additional-account must be an access key ID and 12 digits, as ID=ACCOUNT."));
        AllowedOrigins.Validators.Add(result => Require(result, result.GetValueOrDefault<string[]>().All(IsOrigin), "--allowed-origin must be '*' or scheme://host, with the port if it is not the default, and without a path."));
        var command = new RootCommand("A local Amazon IVS endpoint. It checks signatures, validates requests, keeps state and serves playback. It sends nothing to AWS.");
        foreach (var option in new Option[]
        {
            Port, Bind, HostNames, Https, Certificate, CertificateKey, WriteCertificate, Region, Account, AccessKeyId, SecretAccessKey, SessionToken,
            AdditionalAccounts, AllowedOrigins, Seed, State, Quiet,
        })
        {
            command.Add(option);
        }
        command.Validators.Add(result => Require(result, result.GetValue(Https) || result.GetResult(Certificate) is null, "--certificate requires --https."));
        command.Validators.Add(result => Require(result, result.GetResult(CertificateKey) is null || result.GetResult(Certificate) is not null, "--certificate-key requires --certificate."));
        command.Validators.Add(result => Require(result, result.GetValue(Https) || result.GetResult(WriteCertificate) is null, "--write-certificate requires --https."));
        command.Validators.Add(result => Require(
            result, HasOneAccountPerKey(KeyIds(result)), "--additional-account must have each access key ID once, and not that of --access-key-id."));
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        var (output, error) = (given.InvocationConfiguration.Output, given.InvocationConfiguration.Error);
        try
        {
            using var certificate = given.GetValue(Https)
                ? ServerCertificate.Get(given.GetValue(Certificate), given.GetValue(CertificateKey), given.GetValue(Bind)!, given.GetValue(HostNames)!)
                : null;
            if (certificate is not null && given.GetValue(WriteCertificate) is { } file)
                await File.WriteAllTextAsync(file.FullName, certificate.ExportCertificatePem() + "\n", cancellationToken);
            await using var host = await KestrelHost.StartAsync(Options(given), given.GetValue(Bind)!, given.GetValue(HostNames)!, certificate, cancellationToken);
            var log = new LogLines(output);
            log.Started(host.Endpoint, isDefaultSecret: given.GetValue(SecretAccessKey) == SecretAccessKey.GetDefaultValue() as string);
            if (!given.GetValue(Quiet))
                host.Endpoint.Answered += (_, answered) => log.Answered(answered);
            await host.WaitAsync();
            host.Endpoint.SaveState();
            log.Ended();
            return 0;
        }
        // Errors that the user can correct: a port in use, a file that cannot be read.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EmulatorStateException or CryptographicException)
        {
            await error.WriteLineAsync($"ivs-emulator: {e.Message}");
            return 1;
        }
    }

    private static EmulatorOptions Options(ParseResult given) => new()
    {
        Port = given.GetValue(Port),
        Region = given.GetValue(Region)!,
        AccountId = given.GetValue(Account)!,
        AccessKeyId = given.GetValue(AccessKeyId),
        SecretAccessKey = given.GetValue(SecretAccessKey),
        SessionToken = given.GetValue(SessionToken),
        AdditionalAccounts = given.GetValue(AdditionalAccounts)!.ToDictionary(KeyId, account => account.Split('=')[1]),
        AllowedOrigins = given.GetValue(AllowedOrigins)!,
        Seed = given.GetValue(Seed),
        StatePath = given.GetValue(State)?.FullName,
    };

    private static void Require(SymbolResult result, bool isGood, string message)
    {
        if (!isGood)
            result.AddError(message);
    }

    // A separate validator would require the value when the option is missing.
    private static int ParsePort(ArgumentResult result)
    {
        if (ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError("--port must be 0 to 65535.");
        return 0;
    }

    private static int? ParseSeed(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed))
            return seed;
        result.AddError("--seed must be a 32-bit integer.");
        return null;
    }

    private static IPAddress? ParseAddress(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
            return address;
        result.AddError("--bind must be an IP address.");
        return null;
    }

    private static bool IsRegion(string? region) => region is { Length: > 0 } && region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // Default values are not available in a validator.
    private static IEnumerable<string> KeyIds(CommandResult result) =>
        (result.GetValue(AdditionalAccounts) ?? []).Select(KeyId).Append(result.GetValue(AccessKeyId) ?? DefaultKey);

    private static bool IsKeyWithAccount(string text) => text.Split('=') is [var id, var account] && IsKeyId(id) && IsAccount(account);

    private static string KeyId(string keyWithAccount) => keyWithAccount.Split('=')[0];

    private static bool HasOneAccountPerKey(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).All(same => same.Count() == 1);

    private static bool IsAccount(string? id) => id is { Length: 12 } && id.All(char.IsAsciiDigit);

    private static bool IsKeyId(string? id) => id is { Length: > 0 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsOrigin(string origin) => origin == "*" || PageOrigin.Of(origin) == origin;
}
