using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The common properties of Amazon IVS resources: the ARN and its parts.</summary>
public abstract record IvsResource(string Arn, string? Name, IReadOnlyDictionary<string, string>? Tags)
{
    /// <summary>The ARN of the resource, up to 128 characters.</summary>
    public string Arn { get; } = Arn;

    /// <summary>The name of the resource: 0 to 128 letters, digits, '-' and '_'. Not unique.</summary>
    public string? Name { get; } = Name;

    /// <summary>The tags of the resource, with case-sensitive keys. Null if the service did not send any.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; } =
        Tags is null ? null : new TagDictionary(Tags);

    /// <summary>The Region in the ARN, such as us-west-2.</summary>
    [JsonIgnore]
    public string? Region => IvsArn.RegionOf(Arn);

    /// <summary>The 12-digit AWS account in the ARN.</summary>
    [JsonIgnore]
    public string? AccountId => IvsArn.AccountOf(Arn);

    /// <summary>The ARN, so that a resource in a string never shows a secret.</summary>
    public sealed override string ToString() => Arn;
}
