using System.Collections;
using System.Management.Automation;
using IvsTools.Emulator;

namespace IvsTools.Binding.Validation;

/// <summary>Checks a value with the rules of the emulator.</summary>
/// <param name="option">The name of the property of <see cref="EmulatorOptions"/> that the value belongs to.</param>
internal sealed class ValidateEmulatorOptionAttribute(string option) : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        try
        {
            Options(arguments).Validate();
        }
        catch (EmulatorOptionException e)
        {
            throw new ValidationMetadataException(e.Message, e);
        }
    }

    private EmulatorOptions Options(object value) => option switch
    {
        nameof(EmulatorOptions.Region) => new() { Region = (string)value },
        nameof(EmulatorOptions.AccountId) => new() { AccountId = (string)value },
        nameof(EmulatorOptions.AdditionalAccounts) => new() { AdditionalAccounts = TagSet.Texts((IDictionary)value) },
        nameof(EmulatorOptions.AllowedOrigins) => new() { AllowedOrigins = (string[])value },
        nameof(EmulatorOptions.AccessKeyId) when value is PSCredential credential => new()
        {
            // PSCredential.Empty has no user name and no network credential.
            AccessKeyId = credential.UserName ?? "",
            SecretAccessKey = credential.GetNetworkCredential()?.Password ?? "",
        },
        _ => new(),
    };
}
