namespace IvsTools.Emulator;

/// <summary>The response that a host sends.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers, without Content-Length.</param>
/// <param name="Body">The part of the body to send.</param>
/// <param name="ContentLength">The Content-Length header. The HTTP server aborts the connection after a shorter body.</param>
public sealed record EmulatorResponse(int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, int ContentLength)
{
    /// <summary>False for an incomplete response.</summary>
    public bool IsWhole => Body.Length == ContentLength;
}
