using System.Management.Automation;
using System.Text.RegularExpressions;

namespace IvsTools.Binding.Transformation;

/// <summary>Accepts a resource, or a copy of it from Import-Clixml, a job, Select-Object or ConvertFrom-Json.</summary>
/// <remarks>
/// Only the ARN of a copy is used, because the other properties can be out of date. An object that has no type name is
/// treated as a CSV row if its tags are text or null. The columns of a row are bound to parameters.
/// </remarks>
/// <param name="type">The record type of the resource. The first parameter of its constructor is the ARN.</param>
/// <param name="pattern">The pattern of the ARN. Objects with other ARNs, such as stream keys, are not accepted.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ResourceTransformationAttribute(Type type, string pattern) : ArgumentTransformationAttribute
{
    public Type Type { get; } = type;

    public string Pattern { get; } = pattern;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        return inputData is PSObject { BaseObject: PSCustomObject } shown
            && IsResource(shown)
            && shown.Properties["Arn"]?.Value?.ToString() is { } arn
            && Regex.IsMatch(arn, Pattern, RegexOptions.CultureInvariant)
                ? WithArn(arn)
                : inputData;
    }

    private bool IsResource(PSObject shown) =>
        // The type name of a copied object starts with "Deserialized." or "Selected.", or contains both prefixes.
        shown.TypeNames.Any(name => name.EndsWith("." + Type.FullName, StringComparison.Ordinal))
        // In a CSV row, the tags are text, or null if the row is short.
        || (shown.Properties["AccountId"] is not null && PSValue.Unwrap(shown.Properties["Tags"]?.Value) is not (null or string));

    private object WithArn(string arn)
    {
        var constructor = Structure.ConstructorOf(Type);
        var arguments = new object?[constructor.GetParameters().Length];
        arguments[0] = arn;
        return constructor.Invoke(arguments);
    }
}
