namespace IvsTools.Service;

/// <summary>Removes tags with any keys from resources.</summary>
public static class ResourceTags
{
    /// <summary>Removes tags with the minimum number of calls that can be signed correctly: one, unless keys require encoding.</summary>
    /// <remarks>
    /// AWSSDK.Core 4.0 sorts query values and then encodes them. Signature Version 4 requires that encoded values are sorted.
    /// Until this is fixed, keys for which the orders differ, such as "a" and "é", must be sent in separate calls.
    /// </remarks>
    /// <exception cref="IvsServiceException">An error of the service.</exception>
    public static async Task<EmptyResponse> RemoveAsync(
        CallContext context, string resourceArn, IEnumerable<string> tagKeys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
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
