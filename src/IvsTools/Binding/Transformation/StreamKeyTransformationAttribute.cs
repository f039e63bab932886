using System.Management.Automation;
using System.Text.RegularExpressions;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Converts a stream key object or a copy of it to the ARN of its channel. Without this attribute, the ARN of the stream key
/// would bind by property name.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class StreamKeyTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        return inputData is not (null or string or Array)
            && PSObject.AsPSObject(inputData).Properties is var properties
            && Is(properties["Arn"], IvsArn.StreamKeyPattern)
            && Is(properties["ChannelArn"], IvsArn.ChannelPattern)
                ? new[] { properties["ChannelArn"].Value.ToString() }
                : inputData;
    }

    private static bool Is(PSPropertyInfo? property, string pattern) =>
        property?.Value?.ToString() is { } arn && Regex.IsMatch(arn, pattern, RegexOptions.CultureInvariant);
}
