using IvsTools.Emulator.Api;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Emulator.Faults;

/// <summary>An error or an invalid response that is planned for calls.</summary>
internal sealed class PlannedFault
{
    private readonly Random _chance;

    /// <exception cref="ArgumentException">The operation does not exist, or a value is out of range.</exception>
    public PlannedFault(string? operation, int? times, int after, double probability, int? seed)
    {
        if (!string.IsNullOrEmpty(operation))
        {
            RequireKnown(operation, ApiModel.Instance.Operations.Keys, nameof(operation));
            Operation = operation;
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(times ?? 1, 1, nameof(times));
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        // If the number of calls is omitted, a fault with a probability has no limit.
        Left = times ?? (probability < 1 ? null : 1);
        After = after;
        Probability = probability;
        // The same seed produces the same random sequence in every version of .NET.
        _chance = seed is { } value ? new Random(value) : Random.Shared;
    }

    /// <summary>The API operation that is affected. If null, all operations are affected.</summary>
    public string? Operation { get; }

    /// <summary>The number of remaining failures. Null means no limit.</summary>
    public int? Left { get; private set; }

    /// <summary>The number of calls that succeed before the first failure.</summary>
    public int After { get; private set; }

    public double Probability { get; }

    public ApiException? Error { get; init; }

    public BrokenResponse? Broken { get; init; }

    public bool IsOver => Left == 0;

    /// <exception cref="ArgumentException">The name is not one of the known names.</exception>
    public static void RequireKnown(string name, IEnumerable<string> known, string what)
    {
        var names = known.ToList();
        if (!names.Contains(name, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The {what} {SafeText.Quote(name)} does not exist. Did you mean '{NameDistance.Nearest(name, names)}'?",
                what);
        }
    }

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
