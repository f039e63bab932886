namespace IvsTools;

/// <summary>An event of a stream session. Amazon EventBridge also receives the event.</summary>
public sealed class StreamEvent(string? Name, string? Type, DateTime? EventTime, string? Code)
{
    /// <summary>The name of the event, such as <c>Stream Start</c>, <c>Starvation Start</c> or <c>Recording End</c>.</summary>
    public string? Name { get; } = Name;

    /// <summary>The group of the event, such as <c>IVS Stream State Change</c>.</summary>
    public string? Type { get; } = Type;

    /// <summary>The time of the event.</summary>
    public DateTime? EventTime { get; } = EventTime?.ToLocalTime();

    /// <summary>The reason for some failure events. The value is null for other events.</summary>
    public string? Code { get; } = Code;

    internal bool IsError => Type == "IVS Limit Breach" || Name?.EndsWith("Failure", StringComparison.Ordinal) is true;

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name ?? string.Empty;
}
