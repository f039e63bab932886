namespace IvsTools.Service;

/// <summary>Takes tags off resources, whatever their keys.</summary>
public static class ResourceTags
{
    /// <summary>Takes tags off, in as few calls as can be signed rightly: one, unless keys need encoding.</summary>
    /// <remarks>
    /// AWSSDK.Core 4.0 sorts the values of a query before it encodes them; Signature Version 4 wants them sorted after.
    /// Keys for which the two orders differ, such as "a" and "é", must not travel together as long as that is so.
    /// </remarks>
    /// <exception cref="IvsServiceException">What the service said.</exception>
    public static async Task<EmptyResponse> RemoveAsync(
        IvsSession session, string resourceArn, IEnumerable<string> tagKeys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        foreach (var keys in Groups(tagKeys))
            await session.SendAsync(Operations.UntagResource, new(resourceArn, keys), cancellationToken).ConfigureAwait(false);
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
