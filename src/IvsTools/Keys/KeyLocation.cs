namespace IvsTools.Keys;

/// <summary>The values of the parameters for a key in AWS KMS, Parameter Store or a vault.</summary>
internal sealed record KeyLocation
{
    public string? KmsKeyId { get; init; }

    public string? SsmParameter { get; init; }

    public string? SecretName { get; init; }

    public string? VaultName { get; init; }

    /// <summary>The ARN or the name that identifies the key in errors. The value is null if the key is in a file or an argument.</summary>
    public string? Name => Arn ?? SecretName;

    /// <summary>The name or ARN of the KMS key or of the parameter in Parameter Store. Null if the key is in another location.</summary>
    public string? Arn => KmsKeyId ?? SsmParameter;
}
