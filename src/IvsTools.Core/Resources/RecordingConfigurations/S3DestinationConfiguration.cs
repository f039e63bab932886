using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A bucket in the same Region and account.</summary>
[method: JsonConstructor]
public sealed class S3DestinationConfiguration(string BucketName)
{
    /// <summary>No settings. With this constructor, PowerShell completes the keys of a hashtable for this type.</summary>
    public S3DestinationConfiguration()
        : this(string.Empty)
    {
    }

    /// <summary>3 to 63 lowercase letters, digits, '-' and '.'.</summary>
    public string BucketName { get; init; } = BucketName;
}
