using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>A bucket in the Region and account of the recording configuration.</summary>
[method: JsonConstructor]
public sealed class S3DestinationConfiguration(string BucketName)
{
    /// <summary>Creates an object without settings. Without this constructor, PowerShell does not complete hashtable keys.</summary>
    public S3DestinationConfiguration()
        : this(string.Empty)
    {
    }

    /// <summary>The bucket name, which has 3 to 63 lowercase letters, digits, hyphens and periods.</summary>
    public string BucketName { get; init; } = BucketName;

    /// <summary>Returns the bucket name. Export-Clixml writes this text for a nested object.</summary>
    public override string ToString() => BucketName;
}
