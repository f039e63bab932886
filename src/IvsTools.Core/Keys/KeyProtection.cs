using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Keys;

/// <summary>
/// A passphrase, certificates, or neither: the protection of a private key that is written, and the secret that opens a key that is read.
/// </summary>
/// <param name="passphrase">Empty for no passphrase. The caller zeroes it.</param>
/// <param name="certificates">
/// To write a key, the recipients. To read a key, certificates with private keys, in addition to the stores of the machine.
/// </param>
public readonly ref struct KeyProtection(ReadOnlySpan<char> passphrase, X509Certificate2Collection? certificates = null)
{
    /// <summary>Empty if there is no passphrase.</summary>
    public ReadOnlySpan<char> Passphrase { get; } = passphrase;

    /// <summary>Null or empty if there are no certificates.</summary>
    public X509Certificate2Collection? Certificates { get; } = certificates;
}
