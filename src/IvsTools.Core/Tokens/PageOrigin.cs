namespace IvsTools.Tokens;

/// <summary>Returns the origin of a web page or of an app in the format of the Origin header.</summary>
/// <remarks>Browsers send the scheme and the host in lowercase, and omit the default port.</remarks>
internal static class PageOrigin
{
    /// <summary>Returns the origin of a URL, or null if the URL does not have an origin.</summary>
    public static string? Of(string url)
    {
        // Browsers send null for local files and sandboxed frames, and some Android apps send file://.
        if (url is "null" or "file://")
            return url;
        // User information is not accepted, because it hides the host: the host of https://example.com@other.example is other.example.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var page) || page.IsFile || page.UserInfo.Length > 0
            || !page.GetLeftPart(UriPartial.Scheme).EndsWith("://", StringComparison.Ordinal))
        {
            return null;
        }
        var host = page.HostNameType == UriHostNameType.IPv6 ? page.Host : page.IdnHost;
        return page.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
            ? $"{page.Scheme}://{host.ToLowerInvariant()}{(page.IsDefaultPort ? string.Empty : $":{page.Port}")}"
            : null;
    }
}
