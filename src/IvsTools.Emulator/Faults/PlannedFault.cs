using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Faults;

/// <summary>An error or an invalid response for the next calls.</summary>
internal sealed class PlannedFault(string? operation, int? times, int after, double probability, int? seed)
{
    // .NET keeps the random sequence of a seed the same in every version.
    private readonly Random _chance = seed is { } given ? new Random(given) : Random.Shared;

    /// <summary>The API operation. Null for any operation.</summary>
    public string? Operation { get; } = string.IsNullOrEmpty(operation) ? null : operation;

    /// <summary>The number of remaining calls to fail. Null for no limit.</summary>
    public int? Left { get; private set; } = times;

    /// <summary>The number of calls that succeed first.</summary>
    public int After { get; private set; } = after;

    public double Probability { get; } = probability;

    public ApiException? Error { get; init; }

    public BrokenAnswer? Broken { get; init; }

    /// <summary>True if there are no remaining calls.</summary>
    public bool IsOver => Left == 0;

    /// <summary>True if a matching call fails.</summary>
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
