using System.Management.Automation;
using System.Security;
using IvsTools.Keys;
using IvsTools.Text;

namespace IvsTools.Binding.Validation;

/// <summary>
/// Rejects an empty passphrase, which a user can enter by accident at a prompt. Also rejects a surrogate without its pair, which
/// UTF-8 cannot represent.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidatePassphraseAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not SecureString { Length: > 0 } secret)
            throw new ValidationMetadataException("The passphrase must not be empty.");
        using var passphrase = new PlainPassphrase(secret);
        if (!SafeText.IsWellFormed(passphrase.Text))
            throw new ValidationMetadataException("The passphrase contains an incomplete character: a surrogate without its pair.");
    }
}
