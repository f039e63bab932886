using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Keys;

/// <summary>Opens protected private keys with the values of -Passphrase and -DecryptionCertificate.</summary>
internal sealed class KeyOpener(SecureString? passphrase, X509Certificate2[]? certificates) : IDisposable
{
    private readonly PlainPassphrase _passphrase = new(passphrase);

    public KeyProtection Protection => new(_passphrase.Text, [.. certificates ?? []]);

    public void Dispose() => _passphrase.Dispose();
}
