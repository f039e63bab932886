using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace IvsTools.Keys;

/// <summary>Opens a PKCS#8 private key that is encrypted by a passphrase: with PBES2, or in the ways that came before it.</summary>
internal static class EncryptedPkcs8
{
    /// <param name="der">The key.</param>
    /// <param name="passphrase">What opens it.</param>
    /// <param name="passphraseIsKnown">True if the empty passphrase is meant, and is not none.</param>
    /// <exception cref="KeyException">PassphraseRequired, WrongPassphrase, or what is wrong with the key.</exception>
    public static PlaybackPrivateKey Read(byte[] der, ReadOnlySpan<char> passphrase, bool passphraseIsKnown = false)
    {
        RequireReadable(PrivateKeyReader.Whole(der).ReadSequence());
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

    private static void RequireReadable(AsnReader key)
    {
        var derivation = KeyDerivation.Read(key);
        if (derivation.Unsupported is { } unsupported)
            throw unsupported;
        if (key.ReadOctetString().Length is var length && (length == 0 || length % derivation.BlockLength != 0))
            throw new KeyException(KeyErrorId.InvalidKey, $"The key is not valid: {length} bytes are encrypted, which is not a number of whole blocks.");
    }
}
