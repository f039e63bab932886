namespace IvsTools.Emulator;

/// <summary>The response that a host sends.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers, without Content-Length.</param>
/// <param name="Body">The part of the body to send.</param>
/// <param name="ContentLength">
/// The Content-Length header. If the body is shorter, the HTTP server sends the body and aborts the connection.
/// </param>
internal sealed record EmulatorResponse(
    int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, int ContentLength)
{
    /// <summary>False if the body is shorter than its Content-Length.</summary>
    public bool IsWhole => Body.Length == ContentLength;
}
