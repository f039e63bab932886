using System.Management.Automation;
using System.Security;

namespace IvsTools.Binding.Validation;

/// <summary>Rejects an empty passphrase, which a user can enter by accident at a prompt. The key would be unprotected.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidatePassphraseAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not SecureString { Length: > 0 })
            throw new ValidationMetadataException("The passphrase must not be empty.");
    }
}
