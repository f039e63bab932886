using System.Management.Automation;
using System.Text;
using IvsTools.Service;

namespace IvsTools.Binding.Validation;

/// <summary>Checks the length of metadata in UTF-8 bytes, as the service does.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateMetadataAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var bytes = Encoding.UTF8.GetByteCount(LanguagePrimitives.ConvertTo<string>(arguments) ?? string.Empty);
        if (bytes is 0 or > PutMetadataRequest.MaximumBytes)
        {
            throw new ValidationMetadataException(
                $"The metadata has {bytes} bytes in UTF-8 instead of 1 to {PutMetadataRequest.MaximumBytes}. Nothing was sent.");
        }
    }
}
