using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace IvsTools.Keys;

/// <summary>Reads the private key of a PKCS#12 file (.pfx, .p12) in memory. The key is not installed in a store.</summary>
internal static class Pkcs12File
{
    private static readonly Asn1Tag Content = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <exception cref="KeyException">
    /// The file has no private key (PrivateKeyMissing), its passphrase is missing or wrong, or the key cannot be used.
    /// </exception>
    public static PlaybackPrivateKey Read(byte[] der, KeyProtection opener)
    {
        try
        {
            RequireBounded(DerForm.Whole(der).ReadSequence());
            var file = Pkcs12Info.Decode(der, out _);
            var hasMac = file.IntegrityMode == Pkcs12IntegrityMode.Password;
            var passphrase = hasMac ? Verified(file, opener.Passphrase) : opener.Passphrase;
            // Encrypted parts are read last, because they usually contain only certificates. In old files, they are encrypted with
            // RC2, which OpenSSL 3 does not support by default.
            foreach (var safe in file.AuthenticatedSafe.OrderBy(safe => safe.ConfidentialityMode == Pkcs12ConfidentialityMode.Password))
            {
                if (safe.ConfidentialityMode == Pkcs12ConfidentialityMode.Password)
                    safe.Decrypt(passphrase);
                foreach (var bag in safe.GetBags())
                {
                    if (bag is Pkcs12ShroudedKeyBag shrouded)
                        return EncryptedPkcs8.Read(shrouded.EncryptedPkcs8PrivateKey.ToArray(), passphrase, passphraseIsKnown: hasMac);
                    if (bag is Pkcs12KeyBag plain)
                        return ReadPlain(plain);
                }
            }
        }
        catch (CryptographicException e)
        {
            throw new KeyException(KeyErrorId.InvalidKey, "The PKCS#12 file is damaged, or its protection is not supported.", null, e);
        }
        throw new KeyException(
            KeyErrorId.PrivateKeyMissing,
            "The PKCS#12 file does not contain a private key.",
            "Export the certificate with its private key.");
    }

    private static PlaybackPrivateKey ReadPlain(Pkcs12KeyBag bag)
    {
        var key = SecretMemory.Copy(bag.Pkcs8PrivateKey.Span);
        try
        {
            return PlainPrivateKey.FromPkcs8(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsMemory(bag.EncodedBagValue).Span);
        }
    }

    // Limits the total number of iterations of the encrypted parts and the MAC. RFC 7292 defines the PFX structure.
    private static void RequireBounded(AsnReader file)
    {
        file.ReadInteger();
        var content = file.ReadSequence();
        if (content.ReadObjectIdentifier() != Oids.Data)
        {
            throw new KeyException(
                KeyErrorId.InvalidKey,
                "The PKCS#12 file is signed, which is not supported.",
                "Export the certificate with a passphrase.");
        }
        var rounds = 0L;
        var parts = new AsnReader(content.ReadSequence(Content).ReadOctetString(), AsnEncodingRules.BER).ReadSequence();
        while (parts.HasData)
        {
            var part = parts.ReadSequence();
            if (part.ReadObjectIdentifier() != Oids.EncryptedData)
                continue;
            var encrypted = part.ReadSequence(Content).ReadSequence();
            encrypted.ReadInteger();
            var encryptedContent = encrypted.ReadSequence();
            encryptedContent.ReadObjectIdentifier();
            rounds += KeyDerivation.Read(encryptedContent).Rounds;
        }
        if (file.HasData)
        {
            var mac = file.ReadSequence();
            mac.ReadSequence();
            mac.ReadOctetString();
            rounds += mac.HasData ? KeyDerivation.ReadRounds(mac) : 1;
        }
        if (rounds > KeyDerivation.MaximumRounds)
            throw KeyDerivation.TooMany();
    }

    // PKCS#12 distinguishes a missing passphrase from an empty one. Both are tried, because some programs use one and some use the other.
    private static ReadOnlySpan<char> Verified(Pkcs12Info file, ReadOnlySpan<char> passphrase)
    {
        if (file.VerifyMac(passphrase))
            return passphrase;
        if (!passphrase.IsEmpty)
            throw EncryptedPkcs8.WrongPassphrase("PKCS#12 file", null);
        if (file.VerifyMac(default(ReadOnlySpan<char>)))
            return default;
        return file.VerifyMac(string.Empty) ? string.Empty : throw EncryptedPkcs8.PassphraseRequired("PKCS#12 file");
    }
}
