using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Holds each key to its length in code points, as the service counts.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateIvsTagKeyAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element) => TagSet.CheckKey(LanguagePrimitives.ConvertTo<string>(element) ?? string.Empty);
}
