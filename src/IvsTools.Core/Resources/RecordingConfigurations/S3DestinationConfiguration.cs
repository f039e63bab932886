namespace IvsTools;

/// <summary>A bucket in the same Region and account.</summary>
public sealed class S3DestinationConfiguration(string BucketName)
{
    /// <summary>3 to 63 lowercase letters, digits, '-' and '.'.</summary>
    public string BucketName { get; } = BucketName;
}
