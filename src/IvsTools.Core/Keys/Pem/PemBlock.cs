using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>The content between a BEGIN line and an END line, or binary data without these lines.</summary>
/// <param name="label">The label on the BEGIN line, such as PUBLIC KEY.</param>
/// <param name="der">The decoded bytes, which can be a private key.</param>
/// <param name="line">The number of the BEGIN line in its source, starting with 1. The value is 0 for binary data.</param>
internal sealed class PemBlock(string label, byte[] der, int line)
{
    /// <summary>The label that matches the content, even if the BEGIN line has another label.</summary>
    public string Label { get; } = PemLabel.OfContent(label, der);

    /// <summary>The decoded bytes.</summary>
    public byte[] Der { get; } = der;

    /// <summary>The number of the BEGIN line in its source, starting with 1. The value is 0 for binary data.</summary>
    public int Line { get; } = line;

    public bool IsBinary => Line == 0;

    /// <summary>The description of the block in messages.</summary>
    public string Description => IsBinary ? "The binary data" : $"The block '{Label}' on line {Line}";

    /// <summary>Zeroes the bytes.</summary>
    public void Clear() => CryptographicOperations.ZeroMemory(Der);
}
