using Amazon;

namespace IvsTools.Service.Aws;

/// <summary>The ARNs of any AWS service.</summary>
public static class AwsArn
{
    /// <summary>The Region in an ARN. Null for other text, such as the name of an alias, and for an ARN without a Region.</summary>
    public static string? RegionOf(string? text) =>
        text is not null && Arn.TryParse(text, out var arn) && arn.Region is { Length: > 0 } region ? region : null;

    /// <summary>The service in an ARN. Null for other text.</summary>
    public static string? ServiceOf(string text) => Arn.TryParse(text, out var arn) ? arn.Service : null;
}
