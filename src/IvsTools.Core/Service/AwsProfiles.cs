using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace IvsTools.Service;

/// <summary>The profiles that this machine has.</summary>
public static class AwsProfiles
{
    /// <summary>The names, sorted; none where the files cannot be read.</summary>
    /// <param name="location">A file to look in; null for the usual places.</param>
    public static IReadOnlyList<string> Names(string? location)
    {
        try
        {
            return [.. new CredentialProfileStoreChain(location).ListProfiles().Select(profile => profile.Name).Order(StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is AmazonClientException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
