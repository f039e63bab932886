using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Keys;

/// <summary>A passphrase, certificates, or neither: what protects a private key that is written, and what opens one that is read.</summary>
/// <param name="passphrase">Empty for none. It stays the caller's, who zeroes it.</param>
/// <param name="certificates">
/// For writing, the recipients. For reading, certificates with private keys that are tried beside those of this machine's stores.
/// </param>
public readonly ref struct KeyProtection(ReadOnlySpan<char> passphrase, X509Certificate2Collection? certificates = null)
{
    /// <summary>Empty for none.</summary>
    public ReadOnlySpan<char> Passphrase { get; } = passphrase;

    /// <summary>Null or empty for none.</summary>
    public X509Certificate2Collection? Certificates { get; } = certificates;
}
