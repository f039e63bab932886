using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace IvsTools.Service.Aws;

/// <summary>Reads the AWS profiles on this machine.</summary>
internal static class AwsProfiles
{
    /// <summary>Returns the sorted names of the profiles. The list is empty if the files cannot be read.</summary>
    /// <param name="location">The profile file. If the value is null, the default locations are used.</param>
    public static IReadOnlyList<string> Names(string? location)
    {
        try
        {
            return [.. new CredentialProfileStoreChain(location).ListProfiles().Select(profile => profile.Name)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is AmazonClientException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public static CredentialProfile? Find(string name, string? location) =>
        new CredentialProfileStoreChain(location).TryGetProfile(name, out var profile) ? profile : null;
}
