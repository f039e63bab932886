namespace IvsTools;

/// <summary>The protection of a private key in a file.</summary>
public enum PlaybackKeyProtection
{
    /// <summary>No protection: everyone who can read the file can use the key. A public key does not need protection.</summary>
    None,

    /// <summary>A passphrase.</summary>
    Passphrase,

    /// <summary>One or more certificates. The private key of any of these certificates opens the file.</summary>
    Certificate,
}
