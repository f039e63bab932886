using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace IvsTools.Service.Aws;

/// <summary>The profiles on this machine.</summary>
public static class AwsProfiles
{
    /// <summary>The names, sorted. Empty if the files cannot be read.</summary>
    /// <param name="location">The profile file. Null for the default locations.</param>
    public static IReadOnlyList<string> Names(string? location)
    {
        try
        {
            return [.. new CredentialProfileStoreChain(location).ListProfiles().Select(profile => profile.Name)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is AmazonClientException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The profile with this name, or null.</summary>
    internal static CredentialProfile? Find(string name, string? location) =>
        new CredentialProfileStoreChain(location).TryGetProfile(name, out var profile) ? profile : null;
}
