namespace IvsTools;

/// <summary>Where recordings go: Amazon S3 is all that there is.</summary>
public sealed record DestinationConfiguration(S3DestinationConfiguration? S3)
{
    /// <summary>The bucket.</summary>
    public S3DestinationConfiguration? S3 { get; } = S3;

    /// <summary>As an address: <c>s3://bucket</c>.</summary>
    public override string ToString() => S3 is null ? string.Empty : $"s3://{S3.BucketName}";
}
