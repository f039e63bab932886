using Amazon;

namespace IvsTools.Service.Aws;

/// <summary>Parses the ARN of any AWS service.</summary>
internal static class AwsArn
{
    /// <summary>Returns the Region in an ARN. Returns null if the text is not an ARN or if the ARN has no Region.</summary>
    public static string? RegionOf(string? text) =>
        text is not null && Arn.TryParse(text, out var arn) && arn.Region is { Length: > 0 } region ? region : null;

    /// <summary>Returns the service in an ARN, or null if the text is not an ARN.</summary>
    public static string? ServiceOf(string text) => Arn.TryParse(text, out var arn) ? arn.Service : null;
}
