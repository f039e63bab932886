using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>Runs the AWS CLI with an emulator.</summary>
/// <remarks>All commands run in one Python process, because starting a process takes 0.4 s.</remarks>
public sealed class AwsCli(EmulatorServer emulator) : IDisposable
{
    // If the AWS CLI is not installed, the same operations are still tested with signed requests.
    private static readonly Lazy<bool> IsInstalled = new(() =>
    {
        using var folder = new ProgramFolder();
        return folder.Try(Program, "-c", "import awscli.clidriver").Exit == 0;
    });

    private Process? _process;

    /// <summary>The interpreter in which the AWS CLI is installed as a package.</summary>
    public const string Program = "python3";

    public string? SecretAccessKey { get; init; }

    /// <summary>Skips the test if the AWS CLI is not installed.</summary>
    public static void RequireInstalled()
    {
        ProgramFolder.Find(Program);
        Assert.SkipUnless(IsInstalled.Value, "The Python package of the AWS CLI is not on this machine.");
    }

    public void Dispose()
    {
        if (_process is null)
            return;
        // The process ends when its input is closed.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Returns the exit code, the standard output and the standard error.</summary>
    public async Task<(int Exit, JsonNode? Output, string Error)> RunAsync(params string[] arguments)
    {
        _process ??= Start();
        string[] command = ["ivs", .. arguments, "--endpoint-url", emulator.Url, "--region", emulator.Region, "--output", "json"];
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync();
        Assert.True(line is not null, $"The AWS CLI ended at: {string.Join(' ', command)}");
        var result = JsonNode.Parse(line)!;
        var output = result["output"]!.GetValue<string>();
        var error = result["error"]!.GetValue<string>().Trim();
        return (result["exit"]!.GetValue<int>(), output.Length == 0 ? null : JsonNode.Parse(output), error);
    }

    private Process Start()
    {
        RequireInstalled();
        var start = new ProcessStartInfo(ProgramFolder.Find(Program), [Path.Combine(AppContext.BaseDirectory, "Sdk", "awscli_lines.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["AWS_ACCESS_KEY_ID"] = emulator.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = SecretAccessKey ?? emulator.SecretAccessKey;
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(
            Path.GetTempPath(), "ivstools-no-such-file");
        return Process.Start(start)!;
    }
}
