using System.Net;

namespace IvsTools.Emulator.Tool;

/// <summary>Accepts requests for localhost, for IP addresses and for the specified names.</summary>
/// <remarks>
/// The owner of a web page can make its host name resolve to 127.0.0.1 (DNS rebinding). The page then has the same origin as
/// the emulator. IP addresses are always accepted, because they are not resolved.
/// </remarks>
internal sealed class HostFilter(IReadOnlyList<string> names)
{
    public bool IsAllowed(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _)
        || names.Contains(host, StringComparer.OrdinalIgnoreCase);
}
