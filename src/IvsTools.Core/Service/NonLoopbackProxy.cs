using System.Net;

namespace IvsTools.Service;

/// <summary>A proxy that is not used for this machine. The address 127.0.0.1 would be the address of the proxy itself.</summary>
/// <remarks>Without this class, the emulator would not work on a machine whose environment or system has a proxy.</remarks>
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
