using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace IvsTools.Keys;

/// <summary>
/// Encrypts PKCS#8 private keys with PBES2, AES-256-CBC and PBKDF2-HMAC-SHA256. Also decrypts keys that are encrypted with older
/// methods.
/// </summary>
internal static class EncryptedPkcs8
{
    // In 2023, OWASP recommended this number of iterations for PBKDF2 with HMAC-SHA256.
    private const int Rounds = 600_000;
    private const int SaltLength = 16;

    /// <summary>Encrypts a PKCS#8 key without the methods of .NET, which leave the key in memory (see docs/decisions/0014).</summary>
    public static byte[] Write(ReadOnlySpan<byte> privateKeyInfo, ReadOnlySpan<char> passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        using var aes = Aes.Create();
        var key = Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, aes.KeySize / 8);
        aes.Key = key;
        CryptographicOperations.ZeroMemory(key);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.Pbes2);
                using var parameters = writer.PushSequence();
                WriteDerivation(writer, salt);
                using var scheme = writer.PushSequence();
                writer.WriteObjectIdentifier(Oids.Aes256Cbc);
                writer.WriteOctetString(aes.IV);
            }
            writer.WriteOctetString(aes.EncryptCbc(privateKeyInfo, aes.IV));
        }
        return writer.Encode();
    }

    /// <param name="der">The key.</param>
    /// <param name="passphrase">The passphrase of the key.</param>
    /// <param name="passphraseIsKnown">True to try an empty passphrase. False to report an empty passphrase as missing.</param>
    /// <exception cref="KeyException">
    /// The passphrase is missing (PassphraseRequired) or wrong (WrongPassphrase), or the key cannot be used.
    /// </exception>
    public static PlaybackPrivateKey Read(byte[] der, ReadOnlySpan<char> passphrase, bool passphraseIsKnown = false)
    {
        RequireReadable(DerForm.Whole(der).ReadSequence());
        if (passphrase.IsEmpty && !passphraseIsKnown)
            throw PassphraseRequired("private key");
        byte[] plain;
        try
        {
            var info = Pkcs8PrivateKeyInfo.DecryptAndDecode(passphrase, der, out _);
            var key = MemoryMarshal.AsMemory(info.PrivateKeyBytes).Span;
            plain = PrivateKeyInfo.Encode(info.AlgorithmId.Value!, (info.AlgorithmParameters ?? default).Span, key);
            CryptographicOperations.ZeroMemory(key);
        }
        catch (CryptographicException e)
        {
            throw WrongPassphrase("private key", e);
        }
        try
        {
            return PlainPrivateKey.FromPkcs8(plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    public static KeyException PassphraseRequired(string what) =>
        new(KeyErrorId.PassphraseRequired, $"The {what} is encrypted and requires a passphrase.", "Use -Passphrase.");

    public static KeyException WrongPassphrase(string what, Exception? inner) =>
        new(KeyErrorId.WrongPassphrase, $"The passphrase for the {what} is wrong.", null, inner);

    private static void WriteDerivation(AsnWriter writer, ReadOnlySpan<byte> salt)
    {
        using var derivation = writer.PushSequence();
        writer.WriteObjectIdentifier(Oids.Pbkdf2);
        using var parameters = writer.PushSequence();
        writer.WriteOctetString(salt);
        writer.WriteInteger(Rounds);
        using var hash = writer.PushSequence();
        writer.WriteObjectIdentifier(Oids.HmacSha256);
        writer.WriteNull();
    }

    private static void RequireReadable(AsnReader key)
    {
        var derivation = KeyDerivation.Read(key);
        if (derivation.Unsupported is { } unsupported)
            throw unsupported;
        if (key.ReadOctetString().Length is var length && (length == 0 || length % derivation.BlockLength != 0))
        {
            throw new KeyException(
                KeyErrorId.InvalidKey,
                $"The key is not valid: the length of the encrypted data is {length} bytes, which is not a multiple of the block size.");
        }
    }
}
