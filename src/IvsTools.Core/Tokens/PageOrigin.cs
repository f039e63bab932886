namespace IvsTools.Tokens;

/// <summary>The origin of a web page as a browser sends it: scheme and host in lower case, and a port where it is not the usual one.</summary>
public static class PageOrigin
{
    /// <summary>The origin of a URL; null if it has none.</summary>
    public static string? Of(string url)
    {
        // It is the host behind '@' that counts, which whoever asks may not see.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https") || page.UserInfo.Length > 0)
            return null;
        var host = page.HostNameType == UriHostNameType.IPv6 ? page.Host : page.IdnHost;
        return page.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
            ? $"{page.Scheme}://{host.ToLowerInvariant()}{(page.IsDefaultPort ? string.Empty : $":{page.Port}")}"
            : null;
    }
}
