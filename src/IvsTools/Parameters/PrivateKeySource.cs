using System.Collections;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Parameters;

/// <summary>A private key from PEM text, a SecureString, bytes or a certificate. No part of the key is shown.</summary>
public sealed class PrivateKeySource : IDisposable
{
    private readonly byte[] _content;
    private readonly X509Certificate2? _certificate;

    /// <summary>Converts PEM text. Proxy functions do not have the transformation attribute of the parameter.</summary>
    public PrivateKeySource(string text)
        : this(Encoding.UTF8.GetBytes(text), certificate: null)
    {
    }

    /// <summary>Converts a SecureString with PEM text.</summary>
    public PrivateKeySource(SecureString secret)
        : this(BytesOf(secret), certificate: null)
    {
    }

    /// <summary>Converts bytes. The bytes are copied, because Dispose must not change the caller's array.</summary>
    public PrivateKeySource(byte[] content)
        : this(SecretMemory.Copy(content), certificate: null)
    {
    }

    /// <summary>Converts a certificate with a private key.</summary>
    public PrivateKeySource(X509Certificate2 certificate)
        : this([], certificate)
    {
    }

    /// <summary>Converts the lines or bytes that Get-Content returns. Other values become an empty key, which Read rejects.</summary>
    /// <remarks>If a conversion fails, the error message of PowerShell contains the value. Thus, this constructor throws nothing.</remarks>
    public PrivateKeySource(object content)
        : this((PSValue.Unwrap(content) is IList items ? BytesOf(items) : null) ?? [], certificate: null)
    {
    }

    private PrivateKeySource(byte[] content, X509Certificate2? certificate) => (_content, _certificate) = (content, certificate);

    internal PlaybackPrivateKey Read(KeyProtection opener, Func<string, string?>? pathParameter = null) =>
        _certificate is null ? PrivateKeyReader.Read(_content, opener, pathParameter) : PrivateKeyReader.Read(_certificate);

    internal PlaybackPublicKey ReadPublicKey(KeyProtection opener)
    {
        using var key = Read(opener);
        return key.PublicKey;
    }

    /// <summary>Overwrites the copied input with zeros.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_content);

    /// <summary>Returns fixed text, so that the key is not shown.</summary>
    public override string ToString() => "private key";

    /// <summary>Creates a source that owns the key material. Dispose overwrites the array with zeros.</summary>
    internal static PrivateKeySource Of(byte[] content) => new(content, certificate: null);

    /// <summary>Creates a source from an argument. Returns null if the argument is not key material.</summary>
    internal static PrivateKeySource? From(object? value) => PSValue.Unwrap(value) switch
    {
        PrivateKeySource source => source,
        X509Certificate2 certificate => new PrivateKeySource(certificate),
        byte[] bytes => new PrivateKeySource(bytes),
        string text => new PrivateKeySource(text),
        SecureString secret => new PrivateKeySource(secret),
        IList items when BytesOf(items) is { } content => Of(content),
        _ => null,
    };

    private static byte[]? BytesOf(IList items)
    {
        var plain = items.Cast<object?>().Select(PSValue.Unwrap).ToList();
        // Get-Content -AsByteStream returns single bytes.
        if (plain.Count > 0 && plain.TrueForAll(item => item is byte))
            return [.. plain.Cast<byte>()];
        // Get-Content returns lines.
        return plain.TrueForAll(item => item is string) ? Encoding.UTF8.GetBytes(string.Join('\n', plain)) : null;
    }

    private static byte[] BytesOf(SecureString secret)
    {
        using var plain = new PlainPassphrase(secret);
        var bytes = SecretMemory.Allocate<byte>(Encoding.UTF8.GetByteCount(plain.Text));
        Encoding.UTF8.GetBytes(plain.Text, bytes);
        return bytes;
    }
}
