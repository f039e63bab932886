using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Faults;

/// <summary>An error or an invalid response that is planned for calls.</summary>
internal sealed class PlannedFault(string? operation, int? times, int after, double probability, int? seed)
{
    // The same seed produces the same random sequence in every version of .NET.
    private readonly Random _chance = seed is { } given ? new Random(given) : Random.Shared;

    /// <summary>The API operation that is affected. If null, all operations are affected.</summary>
    public string? Operation { get; } = string.IsNullOrEmpty(operation) ? null : operation;

    /// <summary>The number of remaining failures. Null means no limit.</summary>
    public int? Left { get; private set; } = times;

    /// <summary>The number of calls that succeed before the first failure.</summary>
    public int After { get; private set; } = after;

    public double Probability { get; } = probability;

    public ApiException? Error { get; init; }

    public BrokenAnswer? Broken { get; init; }

    public bool IsOver => Left == 0;

    /// <summary>Returns true if the fault affects the current call.</summary>
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
