using System.Management.Automation;
using System.Security;

namespace IvsTools.Binding.Validation;

/// <summary>Rejects an empty passphrase, for example from Enter at a prompt, because it would leave the key unprotected.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidatePassphraseAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not SecureString { Length: > 0 })
            throw new ValidationMetadataException("The passphrase must not be empty.");
    }
}
