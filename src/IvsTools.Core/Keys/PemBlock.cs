using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>What stood between a BEGIN and an END line.</summary>
/// <param name="label">The word on the BEGIN line, such as PUBLIC KEY.</param>
/// <param name="der">The decoded bytes; they may be a private key.</param>
/// <param name="line">The line of BEGIN, counted from 1 in its source.</param>
public sealed class PemBlock(string label, byte[] der, int line)
{
    /// <summary>The word on the BEGIN line.</summary>
    public string Label { get; } = label;

    /// <summary>The decoded bytes.</summary>
    public byte[] Der { get; } = der;

    /// <summary>The line of BEGIN, counted from 1 in its source.</summary>
    public int Line { get; } = line;

    /// <summary>Zeroes the bytes.</summary>
    public void Clear() => CryptographicOperations.ZeroMemory(Der);
}

/// <summary>A block, or why there is none.</summary>
/// <param name="Block">Null if <paramref name="Error"/> is set.</param>
/// <param name="Error">Null if <paramref name="Block"/> is set.</param>
/// <param name="State">What the caller gave with the text of the BEGIN line.</param>
public readonly record struct PemItem(PemBlock? Block, KeyException? Error, object? State);
