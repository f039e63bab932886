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
            if (file.IntegrityMode == Pkcs12IntegrityMode.Password && !file.VerifyMac(opener.Passphrase))
                throw opener.Passphrase.IsEmpty ? PrivateKeyReader.PassphraseRequired("PKCS#12 file") : PrivateKeyReader.WrongPassphrase("PKCS#12 file", null);
            foreach (var safe in file.AuthenticatedSafe)
            {
                if (safe.ConfidentialityMode == Pkcs12ConfidentialityMode.Password)
                    safe.Decrypt(opener.Passphrase);
                foreach (var bag in safe.GetBags())
                {
                    if (bag is Pkcs12ShroudedKeyBag shrouded)
                        return PrivateKeyReader.FromEncryptedPkcs8(shrouded.EncryptedPkcs8PrivateKey.ToArray(), opener.Passphrase, passphraseIsKnown: true);
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
}
