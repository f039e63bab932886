using System.Net;

namespace IvsTools.Service;

/// <summary>A proxy for all hosts except this machine.</summary>
/// <remarks>For 127.0.0.1, a proxy would connect to itself, so the emulator would not work on a machine that uses a proxy.</remarks>
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
