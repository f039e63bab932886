using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace IvsTools.Keys;

/// <summary>Takes the private key out of a PKCS#12 file (.pfx, .p12) in memory: nothing is installed in any store.</summary>
internal static class Pkcs12File
{
    /// <exception cref="KeyException">PassphraseRequired, WrongPassphrase, PrivateKeyMissing, or what is wrong with the key.</exception>
    public static PlaybackPrivateKey Read(byte[] der, KeyProtection opener)
    {
        try
        {
            var file = Pkcs12Info.Decode(der, out _);
            var hasMac = file.IntegrityMode == Pkcs12IntegrityMode.Password;
            var passphrase = hasMac ? Verified(file, opener.Passphrase) : opener.Passphrase;
            // The key is shrouded by itself as a rule: what certificates are encrypted by, RC2 in old files, is not asked for first.
            foreach (var safe in file.AuthenticatedSafe.OrderBy(safe => safe.ConfidentialityMode == Pkcs12ConfidentialityMode.Password))
            {
                if (safe.ConfidentialityMode == Pkcs12ConfidentialityMode.Password)
                    safe.Decrypt(passphrase);
                foreach (var bag in safe.GetBags())
                {
                    if (bag is Pkcs12ShroudedKeyBag shrouded)
                        return EncryptedPkcs8.Read(shrouded.EncryptedPkcs8PrivateKey.ToArray(), passphrase, passphraseIsKnown: hasMac);
                    if (bag is Pkcs12KeyBag plain)
                        return PrivateKeyReader.FromPkcs8(plain.Pkcs8PrivateKey.ToArray());
                }
            }
        }
        catch (CryptographicException e)
        {
            throw new KeyException(KeyErrorId.InvalidKey, "The PKCS#12 file is broken, or protected in a way that is not read.", null, e);
        }
        throw new KeyException(KeyErrorId.PrivateKeyMissing, "The PKCS#12 file holds no private key.", "Export the certificate together with its private key.");
    }

    // A file without a passphrase has none, or the empty one: to PKCS#12 these differ, and writers do.
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
