using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Validation;

/// <summary>Validates tags before a request is sent.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateIvsTagAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (LanguagePrimitives.ConvertTo<IDictionary>(arguments) is { } tags)
            TagSet.From(tags);
    }
}
