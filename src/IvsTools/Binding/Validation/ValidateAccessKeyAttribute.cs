using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Validation;

/// <summary>Checks a credential whose user name is an access key ID and whose password is a secret access key.</summary>
internal sealed class ValidateAccessKeyAttribute : ValidateArgumentsAttribute
{
    /// <exception cref="ValidationMetadataException">A signature cannot contain the access key ID.</exception>
    public static void Require([NotNull] string? id, string? shown)
    {
        if (string.IsNullOrEmpty(id) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new ValidationMetadataException(
                $"{SafeText.Quote(shown)} is not an access key ID, which contains only letters, digits and '_'.");
        }
    }

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not PSCredential credential)
            return;
        Require(credential.UserName, credential.UserName);
        if (credential.Password.Length == 0)
            throw new ValidationMetadataException("The password, which is the secret access key, must not be empty.");
    }
}
