using System.Collections;
using System.Management.Automation;
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

    private PrivateKeySource(byte[] content, X509Certificate2? certificate = null)
    {
        _content = content;
        _certificate = certificate;
    }

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
    internal static PrivateKeySource Of(byte[] content) => new(content);

    /// <summary>Creates a source from an argument. Returns null if the argument is not key material.</summary>
    internal static PrivateKeySource? From(object? value) => PSValue.Unwrap(value) switch
    {
        PrivateKeySource source => source,
        X509Certificate2 certificate => new PrivateKeySource([], certificate),
        // The bytes are copied, because Dispose must not change the caller's array.
        byte[] bytes => new PrivateKeySource(SecretMemory.Copy(bytes)),
        string text => new PrivateKeySource(Encoding.UTF8.GetBytes(text)),
        SecureString secret => FromSecret(secret),
        // Get-Content -AsByteStream returns single bytes.
        IList { Count: > 0 } bytes when bytes.Cast<object?>().All(item => PSValue.Unwrap(item) is byte) =>
            new PrivateKeySource([.. bytes.Cast<object>().Select(LanguagePrimitives.ConvertTo<byte>)]),
        // Get-Content returns lines.
        IList lines when lines.Cast<object?>().All(line => PSValue.Unwrap(line) is string) =>
            new PrivateKeySource(Encoding.UTF8.GetBytes(string.Join('\n', lines.Cast<object?>()))),
        _ => null,
    };

    private static PrivateKeySource FromSecret(SecureString secret)
    {
        using var plain = new PlainPassphrase(secret);
        var bytes = SecretMemory.Allocate<byte>(Encoding.UTF8.GetByteCount(plain.Text));
        Encoding.UTF8.GetBytes(plain.Text, bytes);
        return new PrivateKeySource(bytes);
    }
}
