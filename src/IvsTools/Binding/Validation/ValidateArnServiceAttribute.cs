using System.Management.Automation;
using IvsTools.Service.Aws;
using IvsTools.Text;

namespace IvsTools.Binding.Validation;

/// <summary>Rejects an ARN that does not belong to the specified service. Names and IDs are accepted.</summary>
/// <param name="service">The service in the ARN, which is kms or ssm.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class ValidateArnServiceAttribute(string service) : ValidateArgumentsAttribute
{
    public const string Kms = "kms";
    public const string Ssm = "ssm";

    private const string SecretsManager = "secretsmanager";

    public string Service { get; } = service;

    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is not string text || AwsArn.ServiceOf(text) is not { } service || service == Service)
            return;
        var wanted = (Service, service) switch
        {
            (Kms, _) => "Use the ID or the ARN of a key in AWS KMS, or the name or ARN of an alias, such as alias/prod.",
            (_, SecretsManager) =>
                "For a secret of AWS Secrets Manager, use /aws/reference/secretsmanager/ followed by the name of the secret.",
            _ => "Use the name or the ARN of a parameter in Parameter Store, such as /ivs/prod.",
        };
        throw new ValidationMetadataException($"{SafeText.Quote(text)} is an ARN of the service {SafeText.Line(service)}. {wanted}");
    }
}
