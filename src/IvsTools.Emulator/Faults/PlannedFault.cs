using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Faults;

/// <summary>An error or a broken answer that the next calls get.</summary>
internal sealed class PlannedFault(string? operation, int times, int after)
{
    /// <summary>Null for any.</summary>
    public string? Operation { get; } = operation;

    public int Left { get; set; } = times;

    public int After { get; set; } = after;

    public ApiException? Error { get; init; }

    public BrokenAnswer? Broken { get; init; }
}
