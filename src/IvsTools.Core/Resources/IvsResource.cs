using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The common properties of Amazon IVS resources: the ARN and its parts.</summary>
public abstract class IvsResource
{
    /// <summary>The name of the resource, which is not unique. A name has up to 128 letters, digits, hyphens and underscores.</summary>
    /// <remarks>PowerShell shows properties in the order of declaration, so each resource class declares this property itself.</remarks>
    public abstract string? Name { get; }

    /// <summary>The ARN of the resource. An ARN has up to 128 characters.</summary>
    public abstract string Arn { get; }

    /// <summary>The tags of the resource, with case-sensitive keys. The value is null if the service did not return tags.</summary>
    public abstract IReadOnlyDictionary<string, string>? Tags { get; }

    /// <summary>The last part of the ARN, which is unique in an account and a Region.</summary>
    [JsonIgnore]
    public string? Id => IvsArn.IdOf(Arn);

    /// <summary>The Region in the ARN, such as us-west-2.</summary>
    [JsonIgnore]
    public string? Region => IvsArn.RegionOf(Arn);

    /// <summary>The 12-digit ID of the AWS account in the ARN.</summary>
    [JsonIgnore]
    public string? AccountId => IvsArn.AccountOf(Arn);

    /// <summary>Returns the ARN. The text of a resource never contains a secret, such as a stream key.</summary>
    public sealed override string ToString() => Arn;
}
