using System.Management.Automation;

namespace IvsTools.Binding.Validation;

/// <summary>Checks the length of each tag key in Unicode code points, as the service does.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateIvsTagKeyAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element) =>
        TagSet.CheckKey(LanguagePrimitives.ConvertTo<string>(element) ?? string.Empty);
}
