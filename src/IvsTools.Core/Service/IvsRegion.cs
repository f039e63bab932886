using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>The Regions in which Amazon IVS was available when this version was released.</summary>
internal static class IvsRegion
{
    public static readonly IReadOnlyList<string> All =
        ["us-east-1", "us-west-2", "ap-south-1", "ap-northeast-1", "ap-northeast-2", "eu-central-1", "eu-west-1"];

    /// <summary>Returns the Region of a pseudo-Region, such as fips-us-west-2, with which the SDK selects a FIPS endpoint.</summary>
    public static string OfPseudo(string region) =>
        region.StartsWith("fips-", StringComparison.Ordinal) ? region["fips-".Length..]
        : region.EndsWith("-fips", StringComparison.Ordinal) ? region[..^"-fips".Length]
        : region;

    /// <summary>Returns the recommended action for a Region without an endpoint.</summary>
    public static string Advice(string region) =>
        $"Check -Region: {SafeText.Quote(region)} is not a known Region of Amazon IVS. Did you mean {NameDistance.Nearest(region, All)}?";
}
