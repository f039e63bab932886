using System.Net;

namespace IvsTools.Emulator.Tool;

/// <summary>Answers requests for localhost, for IP addresses and for the names that the user gave.</summary>
/// <remarks>A web page can let a name of its own lead to 127.0.0.1, and would then be of the emulator's own origin. It cannot do so with an IP address.</remarks>
internal sealed class HostFilter(IReadOnlyList<string> names)
{
    public bool IsAllowed(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _)
        || names.Contains(host, StringComparer.OrdinalIgnoreCase);
}
