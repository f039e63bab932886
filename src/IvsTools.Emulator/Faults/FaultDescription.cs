namespace IvsTools.Emulator.Faults;

/// <summary>A planned fault in the format of the control routes.</summary>
public sealed class FaultDescription
{
    internal FaultDescription(PlannedFault fault)
    {
        (Operation, Code, Status, Break) = (fault.Operation, fault.Error?.Code, fault.Error?.Status, fault.Broken?.ToString());
        (Times, After, Probability) = (fault.Left, fault.After, fault.Probability);
    }

    /// <summary>The API operation that is affected. If null, all operations are affected.</summary>
    public string? Operation { get; }

    /// <summary>The error code. Null if the fault is an invalid response.</summary>
    public string? Code { get; }

    /// <summary>The HTTP status of the error. Null if the fault is an invalid response.</summary>
    public int? Status { get; }

    /// <summary>The kind of invalid response. Null if the fault is an error.</summary>
    public string? Break { get; }

    /// <summary>The number of times that the fault can still occur. Null means no limit.</summary>
    public int? Times { get; }

    /// <summary>The number of calls that still succeed before the first affected call.</summary>
    public int After { get; }

    /// <summary>The probability that a call is affected.</summary>
    public double Probability { get; }

    /// <summary>Returns the operation and the effect of the fault.</summary>
    public override string ToString() => $"{Operation ?? "all operations"}: {Code ?? Break}";
}
