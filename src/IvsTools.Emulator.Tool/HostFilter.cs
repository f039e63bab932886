using System.Net;

namespace IvsTools.Emulator.Tool;

/// <summary>Accepts requests for localhost, for IP addresses and for the specified names.</summary>
/// <remarks>
/// A web page can make its own host name resolve to 127.0.0.1, and would then have the same
/// origin as the emulator. An IP address is not resolved, so it is always accepted.
/// </remarks>
internal sealed class HostFilter(IReadOnlyList<string> names)
{
    public bool IsAllowed(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _)
        || names.Contains(host, StringComparer.OrdinalIgnoreCase);
}
