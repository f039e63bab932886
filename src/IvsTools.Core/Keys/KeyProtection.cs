using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Keys;

/// <summary>The passphrase or the certificates that protect a private key, or that open a protected key.</summary>
/// <param name="passphrase">The passphrase, which the caller zeroes. An empty value means no passphrase.</param>
/// <param name="certificates">
/// When a key is written, these certificates are its recipients. When a key is opened, these certificates are used in addition to
/// the certificate stores.
/// </param>
internal readonly ref struct KeyProtection(ReadOnlySpan<char> passphrase, X509Certificate2Collection? certificates = null)
{
    /// <summary>The passphrase, which is empty if there is no passphrase.</summary>
    public ReadOnlySpan<char> Passphrase { get; } = passphrase;

    /// <summary>The certificates. The value is null or empty if there are no certificates.</summary>
    public X509Certificate2Collection? Certificates { get; } = certificates;
}
