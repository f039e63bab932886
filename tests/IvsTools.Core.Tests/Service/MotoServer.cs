using System.Diagnostics;
using System.Globalization;
using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

/// <summary>The AWS services that moto emulates in another process.</summary>
internal sealed class MotoServer : IDisposable
{
    private readonly Process _process;

    private MotoServer(Process process, int port) => (_process, Url) = (process, $"http://127.0.0.1:{port}");

    public string Url { get; }

    public ConnectionSettings Settings =>
        new() { Region = "us-west-2", EndpointUrl = Url, AccessKey = "AKIAIOSFODNN7EXAMPLE", SecretKey = "secret" };

    /// <summary>Starts the process. If moto is not installed, the test is skipped.</summary>
    public static MotoServer Start(params string[] arguments)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "server.py");
        var process = Process.Start(new ProcessStartInfo(ProgramFolder.Find("python3"), [script, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginErrorReadLine();
        var port = process.StandardOutput.ReadLine();
        Assert.SkipWhen(port is null, "The Python package moto is not on this machine.");
        return new MotoServer(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
