using System.Diagnostics;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>Runs the AWS CLI with an emulator.</summary>
public sealed class AwsCli(EmulatorServer emulator)
{
    /// <summary>Without the AWS CLI, the signed requests of the other tests cover the same operations.</summary>
    public const string Program = "aws";

    public string? SecretAccessKey { get; init; }

    /// <summary>The standard output and the standard error.</summary>
    public async Task<(int Exit, JsonNode? Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Stranger.Find(Program)!, ["ivs", .. arguments, "--endpoint-url", emulator.Url, "--region", emulator.Region, "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["AWS_ACCESS_KEY_ID"] = emulator.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = SecretAccessKey ?? emulator.SecretAccessKey;
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(
            Path.GetTempPath(), "ivstools-no-such-file");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Length == 0 ? null : JsonNode.Parse(output), (await error).Trim());
    }
}
