using System.Buffers;

namespace IvsTools.Keys;

/// <summary>The base64 text between a BEGIN line and an END line. The text is limited to the maximum size of a block.</summary>
internal sealed class PemBody
{
    /// <summary>The maximum size of a block. Every supported key is smaller.</summary>
    public const int MaximumLength = 64 * 1024;

    private static readonly SearchValues<char> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    private char[] _text = SecretMemory.Allocate<char>(512);
    private byte[] _der = SecretMemory.Allocate<byte>(512);
    private int _length;
    private bool _oversized;
    private bool _legacyEncryption;
    private int _brokenLine;

    public void Add(ReadOnlySpan<char> text, int line)
    {
        // The old encrypted format of OpenSSL contains RFC 1421 headers, which have a colon. Base64 does not contain colons.
        if (text.Contains(':') && _length == 0)
        {
            _legacyEncryption |= text.Contains("ENCRYPTED", StringComparison.Ordinal);
            return;
        }
        while (!text.IsEmpty && !_oversized)
        {
            var run = text.IndexOfAnyExcept(Base64);
            Append(run < 0 ? text : text[..run]);
            if (run < 0)
                return;
            var rest = text[run..];
            // A line break can be written as the two characters \ and n, or \ and r.
            var skip = rest is ['\\', 'n' or 'r', ..] ? 2 : 1;
            if (skip == 1 && !char.IsWhiteSpace(rest[0]) && _brokenLine == 0)
                _brokenLine = line;
            text = rest[skip..];
        }
    }

    public PemItem ToItem(string label, int beginLine, object? state)
    {
        if (_oversized)
            return Fail($"The block '{label}' that begins on line {beginLine} is larger than 64 KiB, the maximum for a key.");
        if (_brokenLine > 0)
            return Fail($"The block '{label}' contains a character that is not base64, on line {_brokenLine}.");
        if (_legacyEncryption)
            return new PemItem(new PemBlock(PemLabel.LegacyEncrypted, [], beginLine), null, state);
        var longest = (_length / 4 * 3) + 3;
        if (_der.Length < longest)
            _der = SecretMemory.Allocate<byte>(longest);
        try
        {
            if (_length == 0 || !Convert.TryFromBase64Chars(_text.AsSpan(0, _length), _der, out var written))
            {
                return Fail(
                    $"The base64 of the block '{label}' that begins on line {beginLine} is "
                        + $"{(_length == 0 ? "missing" : "broken: characters are missing or the padding is wrong")}.");
            }
            var der = _der.AsSpan(0, written);
            // Public keys are not in pinned memory, because a file can contain thousands of them.
            return new PemItem(
                new PemBlock(label, PemLabel.HoldsPrivateKey(label) ? SecretMemory.Copy(der) : der.ToArray(), beginLine), null, state);
        }
        finally
        {
            Array.Clear(_der, 0, longest);
        }

        PemItem Fail(string message) => new(null, new KeyException(KeyErrorId.InvalidKey, message), state);
    }

    public void Clear()
    {
        Array.Clear(_text, 0, _length);
        (_length, _oversized, _legacyEncryption, _brokenLine) = (0, false, false, 0);
    }

    private void Append(ReadOnlySpan<char> run)
    {
        if (_length + run.Length > MaximumLength)
        {
            _oversized = true;
            return;
        }
        if (_length + run.Length > _text.Length)
        {
            var larger = SecretMemory.Allocate<char>(Math.Max(_length + run.Length, _text.Length * 2));
            _text.AsSpan(0, _length).CopyTo(larger);
            Array.Clear(_text);
            _text = larger;
        }
        run.CopyTo(_text.AsSpan(_length));
        _length += run.Length;
    }
}
