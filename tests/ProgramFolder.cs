using System.Diagnostics;

namespace IvsTools.Tests;

/// <summary>A temporary folder, and methods that run programs in it.</summary>
public sealed class ProgramFolder : TemporaryFolder
{
    // A program that does not end must not block the test run.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Returns the standard output. The program must end with exit code 0 within three minutes.</summary>
    public string Run(string program, params string[] arguments)
    {
        var (exit, output, error) = Try(program, arguments);
        return exit == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error}");
    }

    public (int Exit, string Output, string Error) Try(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Find(program), arguments)
        {
            WorkingDirectory = Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Without a network, npm would wait and try again for minutes.
            Environment = { ["npm_config_fetch_retries"] = "0", ["npm_config_fetch_timeout"] = "30000" },
        })!;
        process.StandardInput.Close();
        using var limit = new Timer(_ => process.Kill(entireProcessTree: true), null, Limit, Timeout.InfiniteTimeSpan);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>Returns a file of an npm package. If npm cannot get the package, the test is skipped with a message.</summary>
    public byte[] NpmFile(string package, string file)
    {
        var (exit, output, error) = Try("npm", "pack", package, "--silent");
        Assert.SkipWhen(exit != 0, $"npm cannot get {package}: {error.Split('\n')[0]}");
        Run("tar", "xzf", output.Trim());
        return Read($"package/{file}");
    }

    /// <summary>Returns the path of the program. If it is not installed, the test is skipped, and the message contains its name.</summary>
    public static string Find(string program)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { System.IO.Path.Combine(folder, program), System.IO.Path.Combine(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{program} is not on this machine.");
        return path!;
    }
}
