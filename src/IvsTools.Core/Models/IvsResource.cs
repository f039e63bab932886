using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>What every Amazon IVS resource has: an ARN, and what the ARN tells.</summary>
public abstract record IvsResource(string Arn, string? Name, IReadOnlyDictionary<string, string>? Tags)
{
    /// <summary>The resource's ARN, up to 128 characters.</summary>
    public string Arn { get; } = Arn;

    /// <summary>The resource's name: 0 to 128 of letters, digits, '-' and '_'; not unique.</summary>
    public string? Name { get; } = Name;

    /// <summary>The resource's tags, keys case-sensitive; null where the service sent none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; } =
        Tags is null ? null : new TagDictionary(Tags);

    /// <summary>The Region in the ARN, such as us-west-2.</summary>
    [JsonIgnore]
    public string? Region => IvsArn.RegionOf(Arn);

    /// <summary>The 12-digit AWS account in the ARN.</summary>
    [JsonIgnore]
    public string? AccountId => IvsArn.AccountOf(Arn);

    /// <summary>The ARN: so a resource in a string names itself and never shows a secret.</summary>
    public sealed override string ToString() => Arn;
}
