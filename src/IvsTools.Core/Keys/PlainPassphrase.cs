using System.Runtime.InteropServices;
using System.Security;

namespace IvsTools.Keys;

/// <summary>The plain text of a SecureString. Dispose overwrites the text with zeros.</summary>
internal sealed class PlainPassphrase : IDisposable
{
    private readonly char[] _text;

    public PlainPassphrase(SecureString? secret)
    {
        _text = SecretMemory.Allocate<char>(secret?.Length ?? 0);
        if (secret is null)
            return;
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            Marshal.Copy(pointer, _text, 0, _text.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }

    public ReadOnlySpan<char> Text => _text;

    public void Dispose() => Array.Clear(_text);
}
