using System.CommandLine;
using System.CommandLine.Parsing;
using static IvsTools.Emulator.Tool.CommandLineOptions;

namespace IvsTools.Emulator.Tool;

/// <summary>Checks the options that only this program has, and their combinations. The emulator checks its own options.</summary>
internal static class CommandLineValidation
{
    public static void AddTo(RootCommand command)
    {
        HostNames.Validators.Add(result => Require(
            result,
            result.GetValueOrDefault<string[]>().All(IsHostName),
            "--host-name must be a name without a scheme and a port. IP addresses are always accepted."));
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
    }

    private static void Require(SymbolResult result, bool isGood, string message)
    {
        if (!isGood)
            result.AddError(message);
    }

    private static bool HasTls(CommandResult result) => result.GetValue(Https) || result.GetResult(IngestPort) is not null;

    // Clients send an internationalized name in its ASCII format.
    private static bool IsHostName(string name) => name.All(char.IsAscii) && Uri.CheckHostName(name) == UriHostNameType.Dns;
}
