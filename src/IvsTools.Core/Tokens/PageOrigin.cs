namespace IvsTools.Tokens;

/// <summary>
/// The origin of a web page as a browser sends it: scheme and host in lowercase, and the port unless it is the default port.
/// </summary>
public static class PageOrigin
{
    /// <summary>The origin of a URL. Null if the URL does not have an origin.</summary>
    public static string? Of(string url)
    {
        // The host of https://example.com@other.example is other.example, which the user may not notice.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https") || page.UserInfo.Length > 0)
            return null;
        var host = page.HostNameType == UriHostNameType.IPv6 ? page.Host : page.IdnHost;
        return page.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
            ? $"{page.Scheme}://{host.ToLowerInvariant()}{(page.IsDefaultPort ? string.Empty : $":{page.Port}")}"
            : null;
    }
}
