using System.Net;

namespace IvsTools.Service;

/// <summary>A proxy for all hosts except this machine.</summary>
/// <remarks>A proxy on another machine cannot reach the emulator, because the proxy would connect to its own 127.0.0.1.</remarks>
/// <param name="proxy">The proxy for other hosts.</param>
internal sealed class NonLoopbackProxy(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
