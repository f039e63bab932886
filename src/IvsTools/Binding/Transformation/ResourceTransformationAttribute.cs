using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>Accepts a resource and its deserialized forms, after Import-Clixml, a job, Select-Object or ConvertFrom-Json.</summary>
/// <remarks>
/// Such an object only identifies its resource. Its other properties can be old and must not be written back.
/// The row of a CSV, which contains only text, is not a resource. Its columns are settings that the user wrote.
/// </remarks>
/// <param name="type">The resource, a record of the module with a constructor whose first parameter is the ARN.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ResourceTransformationAttribute(Type type) : ArgumentTransformationAttribute
{
    public Type Type { get; } = type;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        ValidateNotSecretAttribute.Require(inputData);
        return inputData is PSObject { BaseObject: PSCustomObject } shown && IsResource(shown) ? WithArn(shown) : inputData;
    }

    private bool IsResource(PSObject shown) =>
        // Deserialized., Selected., or a combination.
        shown.TypeNames.Any(name => name.EndsWith("." + Type.FullName, StringComparison.Ordinal))
        || (shown.Properties["AccountId"] is not null && shown.Properties.Any(property => property.Value is not (null or string)));

    private object WithArn(PSObject shown)
    {
        var constructor = Type.GetConstructors()[0];
        var arguments = new object?[constructor.GetParameters().Length];
        arguments[0] = shown.Properties["Arn"]?.Value?.ToString();
        return constructor.Invoke(arguments);
    }
}
