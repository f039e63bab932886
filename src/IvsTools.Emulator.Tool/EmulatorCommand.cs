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
                + "It does not send requests to AWS.");
        foreach (var option in All)
            command.Add(option);
        CommandLineValidation.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        var (output, error) = (given.InvocationConfiguration.Output, given.InvocationConfiguration.Error);
        try
        {
            var options = Options(given);
            options.Validate();
            using var certificate = given.GetValue(Https) || given.GetValue(IngestPort) is not null
                ? ServerCertificate.Get(
                    given.GetValue(Certificate), given.GetValue(CertificateKey), given.GetValue(Bind)!, given.GetValue(HostNames)!)
                : null;
            if (certificate is not null && given.GetValue(WriteCertificate) is { } file)
                await File.WriteAllTextAsync(file.FullName, certificate.ExportCertificatePem() + "\n", cancellationToken);
            await using var host = await KestrelHost.StartAsync(
                options with { IngestCertificate = certificate },
                given.GetValue(Bind)!,
                given.GetValue(HostNames)!,
                given.GetValue(Https) ? certificate : null,
                cancellationToken);
            var log = new LogLines(output);
            log.Started(host.Endpoint, isDefaultSecret: given.GetValue(SecretAccessKey) == SecretAccessKey.GetDefaultValue() as string);
            if (!given.GetValue(Quiet))
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

    private static EmulatorOptions Options(ParseResult given) => new()
    {
        Port = given.GetValue(Port),
        IngestPort = given.GetValue(IngestPort),
        IngestAddress = given.GetValue(Bind)!,
        Region = given.GetValue(Region)!,
        AccountId = given.GetValue(Account)!,
        AccessKeyId = given.GetValue(AccessKeyId),
        SecretAccessKey = given.GetValue(SecretAccessKey),
        SessionToken = given.GetValue(SessionToken),
        AdditionalAccounts = given.GetValue(AdditionalAccounts)!,
        AllowedOrigins = given.GetValue(AllowedOrigins)!,
        Seed = given.GetValue(Seed),
        StatePath = given.GetValue(CommandLineOptions.State)?.FullName,
    };
}
