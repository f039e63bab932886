using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace IvsTools.Keys;

/// <summary>Opens a PKCS#8 private key that is encrypted by a passphrase: with PBES2, or in the ways that came before it.</summary>
internal static class EncryptedPkcs8
{
    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";
    private const string Scrypt = "1.3.6.1.4.1.11591.4.11";

    /// <param name="der">The key.</param>
    /// <param name="passphrase">What opens it.</param>
    /// <param name="passphraseIsKnown">True if the empty passphrase is meant, and is not none.</param>
    /// <exception cref="KeyException">PassphraseRequired, WrongPassphrase, or what is wrong with the key.</exception>
    public static PlaybackPrivateKey Read(byte[] der, ReadOnlySpan<char> passphrase, bool passphraseIsKnown = false)
    {
        RequirePbkdf2(PrivateKeyReader.Whole(der).ReadSequence().ReadSequence());
        if (passphrase.IsEmpty && !passphraseIsKnown)
            throw PassphraseRequired("private key");
        byte[] plain;
        try
        {
            var info = Pkcs8PrivateKeyInfo.DecryptAndDecode(passphrase, der, out _);
            plain = info.Encode();
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsMemory(info.PrivateKeyBytes).Span);
        }
        catch (CryptographicException e)
        {
            throw WrongPassphrase("private key", e);
        }
        try
        {
            return PrivateKeyReader.FromPkcs8(plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    public static KeyException PassphraseRequired(string what) =>
        new(KeyErrorId.PassphraseRequired, $"The {what} is encrypted, and no passphrase was given.", "Give -Passphrase.");

    public static KeyException WrongPassphrase(string what, Exception? inner) =>
        new(KeyErrorId.WrongPassphrase, $"The passphrase does not open the {what}.", null, inner);

    // .NET says of a key derivation that it does not know what it says of a wrong passphrase.
    private static void RequirePbkdf2(AsnReader algorithm)
    {
        if (algorithm.ReadObjectIdentifier() == Pbes2 && algorithm.ReadSequence().ReadSequence().ReadObjectIdentifier() is var derivation and not Pbkdf2)
        {
            throw new KeyException(
                KeyErrorId.InvalidKey,
                $"The private key is encrypted with the key derivation {(derivation == Scrypt ? "scrypt" : derivation)}, and only PBKDF2 is read.",
                "Convert it with openssl pkcs8 -topk8 -v2 aes-256-cbc.");
        }
    }
}
