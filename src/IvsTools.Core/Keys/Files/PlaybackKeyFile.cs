namespace IvsTools;

/// <summary>A key pair in files on this machine.</summary>
public sealed class PlaybackKeyFile(string Name, string PrivateKeyPath, string PublicKeyPath, string Fingerprint)
{
    /// <summary>The name of the key pair and its files.</summary>
    public string Name { get; } = Name;

    /// <summary>The full path of the PKCS#8 private key.</summary>
    public string PrivateKeyPath { get; } = PrivateKeyPath;

    /// <summary>The full path of the public key.</summary>
    public string PublicKeyPath { get; } = PublicKeyPath;

    /// <summary>The MD5 fingerprint of the DER SubjectPublicKeyInfo. Amazon IVS returns the same value after the import.</summary>
    public string Fingerprint { get; } = Fingerprint;
}
