using System.Globalization;

namespace IvsTools.Emulator.Tests.Fuzz;

/// <summary>Reads the settings of a run from the environment, and counts the open sockets of this process.</summary>
internal static class FuzzRun
{
    /// <summary>The number of inputs.</summary>
    public static int Count { get; } = Number("IVSTOOLS_FUZZ_COUNT") ?? 1_000;

    /// <summary>The seed of the random inputs. Runs with the same seed use the same inputs.</summary>
    public static int Seed { get; } = Number("IVSTOOLS_FUZZ_SEED") ?? Random.Shared.Next();

    /// <summary>Returns the number of open sockets of this process, or null on operating systems other than Linux.</summary>
    public static int? Sockets() => !OperatingSystem.IsLinux() ? null
        : new DirectoryInfo("/proc/self/fd").EnumerateFiles().Count(
            file => file.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) is true);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
