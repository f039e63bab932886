using System.ComponentModel.DataAnnotations;

namespace IvsTools;

/// <summary>A bucket in the same Region and account.</summary>
public sealed record S3DestinationConfiguration(string BucketName)
{
    /// <summary>3 to 63 lowercase letters, digits, '-' and '.'.</summary>
    [RegularExpression(BucketNamePattern), StringLength(MaximumBucketNameLength, MinimumLength = MinimumBucketNameLength)]
    public string BucketName { get; } = BucketName;

    internal const string BucketNamePattern = @"\A[a-z0-9-.]+\z";
    internal const int MinimumBucketNameLength = 3;
    internal const int MaximumBucketNameLength = 63;
}
