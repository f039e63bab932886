using System.CommandLine;
using System.Security.Cryptography;
using static IvsTools.Emulator.Tool.CommandLineOptions;

namespace IvsTools.Emulator.Tool;

/// <summary>Defines the command line and starts the host.</summary>
internal static class EmulatorCommand
{
    public static RootCommand Create()
    {
        var command = new RootCommand(
            "A local Amazon IVS endpoint that checks signatures, validates requests, keeps state and serves playback. "
                + "It does not send requests to AWS.")
        {
            Port,
            Bind,
            IngestPort,
            HostNames,
            Https,
            Certificate,
            CertificateKey,
            WriteCertificate,
            Region,
            Account,
            AccessKeyId,
            SecretAccessKey,
            SessionToken,
            AdditionalAccounts,
            AllowedOrigins,
            Seed,
            CommandLineOptions.State,
            Quiet,
        };
        CommandLineValidation.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var options = Options(parsed);
            options.Validate();
            using var certificate = parsed.GetValue(Https) || parsed.GetValue(IngestPort) is not null
                ? ServerCertificate.Get(
                    parsed.GetValue(Certificate), parsed.GetValue(CertificateKey), parsed.GetValue(Bind)!, parsed.GetValue(HostNames)!)
                : null;
            if (certificate is not null && parsed.GetValue(WriteCertificate) is { } file)
                await File.WriteAllTextAsync(file.FullName, certificate.ExportCertificatePem() + "\n", cancellationToken);
            await using var host = await KestrelHost.StartAsync(
                options with { IngestCertificate = certificate },
                parsed.GetValue(Bind)!,
                parsed.GetValue(HostNames)!,
                parsed.GetValue(Https) ? certificate : null,
                cancellationToken);
            var log = new LogLines(output);
            log.Started(host.Endpoint, isDefaultSecret: parsed.GetValue(SecretAccessKey) == SecretAccessKey.GetDefaultValue() as string);
            if (!parsed.GetValue(Quiet))
            {
                host.Endpoint.Responded += (_, response) => log.Responded(response);
                host.Endpoint.EncoderChanged += (_, record) => log.EncoderChanged(record);
            }
            await host.WaitAsync();
            host.Endpoint.SaveState();
            log.Ended();
            return 0;
        }
        // The user can correct these errors, such as a port that is in use or a file that cannot be read.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EmulatorOptionException or EmulatorStateException
            or CryptographicException)
        {
            await error.WriteLineAsync($"ivs-emulator: {e.Message}");
            return 1;
        }
    }

    private static EmulatorOptions Options(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        IngestPort = parsed.GetValue(IngestPort),
        IngestAddress = parsed.GetValue(Bind)!,
        Region = parsed.GetValue(Region)!,
        AccountId = parsed.GetValue(Account)!,
        AccessKeyId = parsed.GetValue(AccessKeyId),
        SecretAccessKey = parsed.GetValue(SecretAccessKey),
        SessionToken = parsed.GetValue(SessionToken),
        AdditionalAccounts = parsed.GetValue(AdditionalAccounts)!,
        AllowedOrigins = parsed.GetValue(AllowedOrigins)!,
        Seed = parsed.GetValue(Seed),
        StatePath = parsed.GetValue(CommandLineOptions.State)?.FullName,
    };
}
