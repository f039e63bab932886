using System.Text.RegularExpressions;

namespace IvsTools.Keys;

/// <summary>
/// Stores the start of a text without a PEM block, so that the error can describe what the text looks like. The text itself is
/// never shown.
/// </summary>
/// <param name="pathParameter">
/// Returns the name of the parameter for paths, or null if the text is not the path of a file. The error recommends the parameter.
/// </param>
internal sealed partial class PemHint(Func<string, string?>? pathParameter)
{
    private const int Kept = 512;

    // The base64 of -----BEGIN starts with these characters.
    private const string EncodedDashes = "LS0tLS1CRUdJT";

    private readonly char[] _text = SecretMemory.Allocate<char>(Kept);
    private int _length;
    private int _lines;

    public static KeyException Binary() => new(
        KeyErrorId.NotPem,
        "The input does not contain a PEM block: the input is binary data, such as DER.",
        "Convert a public key with: openssl pkey -pubin -inform DER -in key.der -out key.pem. Convert a certificate with: "
            + "openssl x509 -inform DER -in certificate.cer -out certificate.pem");

    public void Add(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!text.IsEmpty)
            _lines++;
        var fits = Math.Min(text.Length, Kept - _length);
        text[..fits].CopyTo(_text.AsSpan(_length));
        _length += fits;
    }

    public void Clear()
    {
        Array.Clear(_text, 0, _length);
        (_length, _lines) = (0, 0);
    }

    public KeyException NotPem()
    {
        var text = _text.AsSpan(0, _length);
        if (text.IsEmpty)
        {
            return new KeyException(
                KeyErrorId.NotPem,
                "The input does not contain a PEM block: the text is empty.",
                "Use a file or text that contains a key. If the file is empty, copy it from its source again.");
        }
        // A string cannot be zeroed, so text that may be a key is not converted to a string.
        if (_lines == 1 && text.Length < Kept && !LongBase64().IsMatch(text) && pathParameter?.Invoke(text.ToString()) is { } parameter)
        {
            return new KeyException(
                KeyErrorId.NotPem,
                "The input does not contain a PEM block: the text is the path of a file.",
                $"Use {parameter} for a path, or use the content of the file.");
        }
        if (text[0] == '{')
        {
            return new KeyException(
                KeyErrorId.NotPem,
                "The input does not contain a PEM block: the text is JSON, but its privateKey member does not contain text.",
                "Store the complete PEM text, with its BEGIN and END lines, in the privateKey member.");
        }
        if (OpenSsh().IsMatch(text))
        {
            return new KeyException(
                KeyErrorId.NotPem,
                "The input does not contain a PEM block: the text is an OpenSSH public key.",
                "Convert it with: ssh-keygen -e -m PKCS8 -f key.pub");
        }
        if (text.StartsWith(EncodedDashes, StringComparison.Ordinal))
        {
            return new KeyException(
                KeyErrorId.NotPem,
                "The input is not PEM text, but the base64 encoding of PEM text.",
                "Decode it: [System.Text.Encoding]::ASCII.GetString([System.Convert]::FromBase64String($text))");
        }
        if (text.ContainsAnyInRange('\0', '\u0008') || text.Contains('\uFFFD'))
            return Binary();
        return BareBase64().IsMatch(text)
            ? new KeyException(
                KeyErrorId.NotPem,
                "The input does not contain a PEM block: the text looks like base64 without its BEGIN and END lines.",
                "Add the line -----BEGIN PUBLIC KEY----- before the text and the line -----END PUBLIC KEY----- after the text.")
            : new KeyException(
                KeyErrorId.NotPem,
                "The input does not contain a PEM block: no line starts with -----BEGIN.",
                "Use the public key in PEM format, such as the output of openssl ec -in private.pem -pubout.");
    }

    [GeneratedRegex(@"\A(?:ssh-|ecdsa-sha2-|sk-)[a-z0-9@.-]+ AAAA", RegexOptions.CultureInvariant)]
    private static partial Regex OpenSsh();

    [GeneratedRegex(@"\A[A-Za-z0-9+/]{40,}={0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BareBase64();

    [GeneratedRegex(@"[A-Za-z0-9+/=\\]{60,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongBase64();
}
