using System.CommandLine;
using System.CommandLine.Parsing;
using IvsTools.Tokens;
using static IvsTools.Emulator.Tool.CommandLineOptions;

namespace IvsTools.Emulator.Tool;

/// <summary>Checks each option, and the combinations of options.</summary>
internal static class CommandLineValidation
{
    public static void AddTo(RootCommand command)
    {
        HostNames.Validators.Add(result => Require(
            result,
            result.GetValueOrDefault<string[]>().All(IsHostName),
            "--host-name must be a name without a scheme and a port. IP addresses are always accepted."));
        Region.Validators.Add(result =>
            Require(result, IsRegion(result.GetValueOrDefault<string>()), "--region must contain only lowercase letters, digits and '-'."));
        Account.Validators.Add(result => Require(result, IsAccount(result.GetValueOrDefault<string>()), "--account must have 12 digits."));
        AccessKeyId.Validators.Add(result =>
            Require(result, IsKeyId(result.GetValueOrDefault<string>()), "--access-key-id must contain only letters, digits and '_'."));
        foreach (var option in new Option[] { SecretAccessKey, SessionToken })
            option.Validators.Add(result => Require(result, result.GetValueOrDefault<string>() != "", $"{option.Name} must not be empty."));
        AdditionalAccounts.Validators.Add(result => Require(
            result,
            result.GetValueOrDefault<string[]>().All(IsKeyWithAccount),
            "--additional-account must be an access key ID and 12 digits, as ID=ACCOUNT."));
        AllowedOrigins.Validators.Add(result => Require(
            result,
            result.GetValueOrDefault<string[]>().All(IsOrigin),
            "--allowed-origin must be '*' or scheme://host, with the port if it is not the default, and without a path."));
        command.Validators.Add(result =>
            Require(result, HasTls(result) || result.GetResult(Certificate) is null, "--certificate requires --https or --ingest-port."));
        command.Validators.Add(result => Require(
            result,
            result.GetResult(CertificateKey) is null || result.GetResult(Certificate) is not null,
            "--certificate-key requires --certificate."));
        command.Validators.Add(result => Require(
            result,
            HasTls(result) || result.GetResult(WriteCertificate) is null,
            "--write-certificate requires --https or --ingest-port."));
        command.Validators.Add(result => Require(
            result,
            HasOneAccountPerKey(KeyIds(result)),
            "--additional-account must not repeat an access key ID or contain the access key ID in --access-key-id."));
    }

    private static void Require(SymbolResult result, bool isGood, string message)
    {
        if (!isGood)
            result.AddError(message);
    }

    private static bool HasTls(CommandResult result) => result.GetValue(Https) || result.GetResult(IngestPort) is not null;

    // Clients send an internationalized name in its ASCII format.
    private static bool IsHostName(string name) => name.All(char.IsAscii) && Uri.CheckHostName(name) == UriHostNameType.Dns;

    private static bool IsRegion(string? region) =>
        region is { Length: > 0 } && region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // A validator cannot read default values.
    private static IEnumerable<string> KeyIds(CommandResult result) =>
        (result.GetValue(AdditionalAccounts) ?? []).Select(KeyId).Append(result.GetValue(AccessKeyId) ?? DefaultKey);

    private static bool IsKeyWithAccount(string text) => text.Split('=') is [var id, var account] && IsKeyId(id) && IsAccount(account);

    private static bool HasOneAccountPerKey(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).All(same => same.Count() == 1);

    private static bool IsAccount(string? id) => id is { Length: 12 } && id.All(char.IsAsciiDigit);

    private static bool IsKeyId(string? id) => id is { Length: > 0 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsOrigin(string origin) => origin == "*" || PageOrigin.Of(origin) == origin;
}
