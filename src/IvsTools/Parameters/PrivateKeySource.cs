using System.Collections;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Parameters;

/// <summary>A private key as somebody hands it over: PEM text, a SecureString of it, bytes, or a certificate. Nothing of it is ever shown.</summary>
public sealed class PrivateKeySource : IDisposable
{
    private readonly byte[] _content;
    private readonly X509Certificate2? _certificate;

    private PrivateKeySource(byte[] content, X509Certificate2? certificate = null)
    {
        _content = content;
        _certificate = certificate;
    }

    /// <summary>Reads the key.</summary>
    internal PlaybackPrivateKey Read(KeyProtection opener) =>
        _certificate is null ? PrivateKeyReader.Read(_content, opener) : PrivateKeyReader.Read(_certificate);

    /// <summary>Zeroes what was taken in.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_content);

    /// <summary>Never the key.</summary>
    public override string ToString() => "private key";

    /// <summary>Null for what is no key material.</summary>
    internal static PrivateKeySource? From(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        PrivateKeySource source => source,
        X509Certificate2 certificate => new PrivateKeySource([], certificate),
        // A copy: the caller's bytes are the caller's to zero.
        byte[] bytes => new PrivateKeySource(SecretMemory.Copy(bytes)),
        string text => new PrivateKeySource(Encoding.UTF8.GetBytes(text)),
        SecureString secret => FromSecret(secret),
        // Bytes one by one, as Get-Content -AsByteStream gives them.
        IList { Count: > 0 } bytes when bytes.Cast<object?>().All(item => (item is PSObject one ? one.BaseObject : item) is byte) =>
            new PrivateKeySource([.. bytes.Cast<object>().Select(LanguagePrimitives.ConvertTo<byte>)]),
        // Lines, as Get-Content gives them.
        IList lines when lines.Cast<object?>().All(line => (line is PSObject text ? text.BaseObject : line) is string) =>
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

/// <summary>Takes every form of private key that <see cref="PrivateKeySource"/> knows; its refusal does not quote what was given.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class PrivateKeyTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PrivateKeySource.From(inputData) ?? throw new ArgumentTransformationMetadataException(
            "A private key must be PEM text, a SecureString with PEM text, bytes, or an X509Certificate2. For a file, use -PrivateKeyPath.");
}
