namespace IvsTools;

/// <summary>Something that happened in a stream session, as Amazon EventBridge has it too.</summary>
public sealed record StreamEvent(string? Name, string? Type, DateTimeOffset? EventTime, string? Code)
{
    /// <summary>Such as <c>Stream Start</c>, <c>Starvation Start</c>, <c>Recording End</c>.</summary>
    public string? Name { get; } = Name;

    /// <summary>The group that it belongs to, such as <c>IVS Stream State Change</c>.</summary>
    public string? Type { get; } = Type;

    /// <summary>When it happened.</summary>
    public DateTimeOffset? EventTime { get; } = EventTime;

    /// <summary>Why, for some events that are failures.</summary>
    public string? Code { get; } = Code;

    /// <summary>The name alone.</summary>
    public override string ToString() => Name ?? string.Empty;
}
