namespace IvsTools.Keys;

/// <summary>Collects the text of a line until the line is complete. Text beyond the maximum length is discarded.</summary>
internal sealed class PemLineBuffer
{
    private char[] _text = SecretMemory.Allocate<char>(256);

    public int Length { get; private set; }

    public ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    public void Add(ReadOnlySpan<char> text)
    {
        // The limit is twice the maximum block size, so that an oversized block on one line is still detected.
        var fits = Math.Min(text.Length, (2 * PemBody.MaximumLength) - Length);
        if (Length + fits > _text.Length)
        {
            var larger = SecretMemory.Allocate<char>(Math.Max(Length + fits, _text.Length * 2));
            Text.CopyTo(larger);
            Array.Clear(_text);
            _text = larger;
        }
        text[..fits].CopyTo(_text.AsSpan(Length));
        Length += fits;
    }

    public void Clear()
    {
        Array.Clear(_text, 0, Length);
        Length = 0;
    }
}
