using System.Collections.Concurrent;
using System.Globalization;

namespace IvsTools.Service;

/// <summary>The IVS endpoints in this process, identified by their port.</summary>
/// <remarks>The table is here, so that a call to AWS does not load the assembly of the emulator to find that none is running.</remarks>
internal static class LocalEndpoints
{
    private static readonly ConcurrentDictionary<string, ILocalEndpoint> ByPort = new(StringComparer.Ordinal);

    public static ICollection<ILocalEndpoint> All => ByPort.Values;

    public static void Add(ILocalEndpoint endpoint) => ByPort[PortOf(endpoint.Url)!] = endpoint;

    /// <summary>False if the endpoint was removed before.</summary>
    public static bool Remove(ILocalEndpoint endpoint) => ByPort.TryRemove(KeyValuePair.Create(PortOf(endpoint.Url)!, endpoint));

    /// <summary>The endpoint at a URL, or null.</summary>
    public static ILocalEndpoint? Find(string? url) => PortOf(url) is { } port ? ByPort.GetValueOrDefault(port) : null;

    private static string? PortOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback
            ? uri.Port.ToString(CultureInfo.InvariantCulture)
            : null;
}
