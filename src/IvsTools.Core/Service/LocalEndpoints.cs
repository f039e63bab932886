using System.Collections.Concurrent;
using System.Globalization;

namespace IvsTools.Service;

/// <summary>A table of the IVS endpoints that this process has opened. The port identifies an endpoint.</summary>
/// <remarks>The table is in this assembly, so that calls to AWS do not load the assembly of the emulator.</remarks>
internal static class LocalEndpoints
{
    private static readonly ConcurrentDictionary<string, ILocalEndpoint> ByPort = new(StringComparer.Ordinal);

    public static ICollection<ILocalEndpoint> All => ByPort.Values;

    /// <summary>A sentence for errors about a missing Region or credentials. Empty if there is no endpoint in this process.</summary>
    public static string Recommendation =>
        All.FirstOrDefault() is { } endpoint ? $" To call the emulator in this session, use -EndpointUrl {endpoint.Url}." : string.Empty;

    public static void Add(ILocalEndpoint endpoint) => ByPort[PortOf(endpoint.Url)!] = endpoint;

    /// <summary>Removes an endpoint. Returns false if the endpoint was already removed.</summary>
    public static bool Remove(ILocalEndpoint endpoint) => ByPort.TryRemove(KeyValuePair.Create(PortOf(endpoint.Url)!, endpoint));

    /// <summary>Returns the endpoint at a URL, or null if it does not exist.</summary>
    public static ILocalEndpoint? Find(string? url) => PortOf(url) is { } port ? ByPort.GetValueOrDefault(port) : null;

    private static string? PortOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback
            ? uri.Port.ToString(CultureInfo.InvariantCulture)
            : null;
}
