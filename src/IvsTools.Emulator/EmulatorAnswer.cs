namespace IvsTools.Emulator;

/// <summary>What a host sends back.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers, without Content-Length.</param>
/// <param name="Body">What is sent of the body.</param>
/// <param name="ContentLength">The length to announce. A host that has sent a shorter body aborts the connection.</param>
public sealed record EmulatorAnswer(int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, int ContentLength)
{
    /// <summary>False for an answer that breaks off.</summary>
    public bool IsWhole => Body.Length == ContentLength;
}
