namespace IvsTools.Service;

/// <summary>Removes tags from resources. The keys can contain any characters.</summary>
internal static class ResourceTags
{
    /// <summary>Removes tags with as few calls as possible. Keys that do not require encoding need only one call.</summary>
    /// <remarks>
    /// Signature Version 4 sorts query values after encoding, but AWSSDK.Core 4.0 sorts them before encoding. The two orders differ
    /// for keys such as "a" and "é", so these keys must be sent in separate calls until AWSSDK.Core is fixed.
    /// </remarks>
    /// <exception cref="IvsServiceException">The service returned an error.</exception>
    public static async Task<EmptyResponse> RemoveAsync(
        CallContext context, string resourceArn, IEnumerable<string> tagKeys, CancellationToken cancellationToken)
    {
        foreach (var keys in Groups(tagKeys))
            await context.SendAsync(Operations.UntagResource, new(resourceArn, keys), cancellationToken).ConfigureAwait(false);
        return new EmptyResponse();
    }

    private static List<List<string>> Groups(IEnumerable<string> tagKeys)
    {
        var groups = new List<List<string>>();
        foreach (var key in tagKeys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (groups.Count > 0 && string.CompareOrdinal(Uri.EscapeDataString(groups[^1][^1]), Uri.EscapeDataString(key)) < 0)
                groups[^1].Add(key);
            else
                groups.Add([key]);
        }
        return groups;
    }
}
