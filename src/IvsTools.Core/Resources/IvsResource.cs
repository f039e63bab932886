using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The common properties of Amazon IVS resources: the ARN and its parts.</summary>
public abstract class IvsResource
{
    /// <summary>The name of the resource: 0 to 128 letters, digits, '-' and '_'. Not unique.</summary>
    /// <remarks>
    /// PowerShell shows and exports properties in the order of their declaration, so each resource class declares this property itself.
    /// </remarks>
    public abstract string? Name { get; }

    /// <summary>The ARN of the resource, up to 128 characters.</summary>
    public abstract string Arn { get; }

    /// <summary>The tags of the resource, with case-sensitive keys. Null if the service did not send any.</summary>
    public abstract IReadOnlyDictionary<string, string>? Tags { get; }

    /// <summary>The last part of the ARN, which is unique in an account and a Region.</summary>
    [JsonIgnore]
    public string? Id => IvsArn.IdOf(Arn);

    /// <summary>The Region in the ARN, such as us-west-2.</summary>
    [JsonIgnore]
    public string? Region => IvsArn.RegionOf(Arn);

    /// <summary>The 12-digit AWS account in the ARN.</summary>
    [JsonIgnore]
    public string? AccountId => IvsArn.AccountOf(Arn);

    /// <summary>The ARN, so that a resource in a string never shows a secret.</summary>
    public sealed override string ToString() => Arn;
}
