using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The destination of recordings. Only Amazon S3 is supported.</summary>
[method: JsonConstructor]
public sealed class DestinationConfiguration(S3DestinationConfiguration? S3)
{
    /// <summary>No settings. With this constructor, PowerShell completes the keys of a hashtable for this type.</summary>
    public DestinationConfiguration()
        : this(null)
    {
    }

    /// <summary>The bucket.</summary>
    public S3DestinationConfiguration? S3 { get; init; } = S3;

    /// <summary>The destination as a URI: <c>s3://bucket</c>.</summary>
    public override string ToString() => S3 is null ? string.Empty : $"s3://{S3.BucketName}";
}
