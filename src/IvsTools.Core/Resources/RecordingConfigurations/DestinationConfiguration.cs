using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The destination of recordings, which must be in Amazon S3.</summary>
[method: JsonConstructor]
public sealed class DestinationConfiguration(S3DestinationConfiguration? S3)
{
    /// <summary>Creates an object without settings. Without this constructor, PowerShell does not complete hashtable keys.</summary>
    public DestinationConfiguration()
        : this(null)
    {
    }

    /// <summary>The S3 bucket.</summary>
    public S3DestinationConfiguration? S3 { get; init; } = S3;

    /// <summary>Returns the destination as a URI, such as <c>s3://bucket</c>.</summary>
    public override string ToString() => S3 is null ? string.Empty : $"s3://{S3.BucketName}";
}
