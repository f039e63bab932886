namespace IvsTools;

/// <summary>A key pair on this machine's disk.</summary>
public sealed record PlaybackKeyFile(string Name, string PrivateKeyPath, string PublicKeyPath, string Fingerprint)
{
    /// <summary>The name given at creation; the files are called after it.</summary>
    public string Name { get; } = Name;

    /// <summary>The whole path of the PKCS#8 private key.</summary>
    public string PrivateKeyPath { get; } = PrivateKeyPath;

    /// <summary>The whole path of the public key.</summary>
    public string PublicKeyPath { get; } = PublicKeyPath;

    /// <summary>MD5 over the DER SubjectPublicKeyInfo, as Amazon IVS returns it after the import.</summary>
    public string Fingerprint { get; } = Fingerprint;
}
