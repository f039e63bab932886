namespace IvsTools;

/// <summary>The destination of recordings. Only Amazon S3 is supported.</summary>
public sealed class DestinationConfiguration(S3DestinationConfiguration? S3)
{
    /// <summary>The bucket.</summary>
    public S3DestinationConfiguration? S3 { get; } = S3;

    /// <summary>The destination as a URI: <c>s3://bucket</c>.</summary>
    public override string ToString() => S3 is null ? string.Empty : $"s3://{S3.BucketName}";
}
