using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Faults;

/// <summary>An error or a broken answer that the next calls get.</summary>
internal sealed class PlannedFault(string? operation, int? times, int after, double probability, int? seed)
{
    // .NET keeps the sequence of a seed the same in every version.
    private readonly Random _chance = seed is { } given ? new Random(given) : Random.Shared;

    /// <summary>Null for any.</summary>
    public string? Operation { get; } = string.IsNullOrEmpty(operation) ? null : operation;

    /// <summary>How many calls are still to fail; null for no end.</summary>
    public int? Left { get; private set; } = times;

    /// <summary>How many calls are answered as usual first.</summary>
    public int After { get; private set; } = after;

    public double Probability { get; } = probability;

    public ApiException? Error { get; init; }

    public BrokenAnswer? Broken { get; init; }

    /// <summary>True when no call is left to fail.</summary>
    public bool IsOver => Left == 0;

    /// <summary>True if a call that this is planned for fails.</summary>
    public bool TryTake()
    {
        if (After > 0)
        {
            After--;
            return false;
        }
        if (Probability < 1 && _chance.NextDouble() >= Probability)
            return false;
        Left--;
        return true;
    }
}
