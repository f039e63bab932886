using System.Globalization;
using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>
/// Refuses a bare number where a time is meant: PowerShell would take 300 for 300 ticks, or the text 300 for 300 days.
/// An empty cell of a CSV is no time at all.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TimeTransformationAttribute(string example) : ArgumentTransformationAttribute
{
    public string Example { get; } = example;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var text = value as string;
        if (value is null || text is { Length: 0 })
            return null;
        var isNumber = text is null ? value is IConvertible and not DateTime : double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _);
        return isNumber ? throw new ArgumentTransformationMetadataException($"'{value}' has no unit; give for instance {Example}.") : value;
    }
}
