namespace IvsTools.Emulator;

/// <summary>A port cannot be opened, for example because it is in use.</summary>
/// <param name="address">The local address.</param>
/// <param name="port">The port.</param>
/// <param name="inner">The error of the operating system.</param>
public sealed class EmulatorPortException(string address, int port, Exception inner)
    : IOException($"Port {port} on {address} cannot be opened: {inner.Message}", inner)
{
    /// <summary>The port.</summary>
    public int Port { get; } = port;
}
