namespace IvsTools;

/// <summary>The protection of a private key in a file.</summary>
public enum PlaybackKeyProtection
{
    /// <summary>None: the key can be used by everyone who can read the file. Public keys do not need protection.</summary>
    None,

    /// <summary>A passphrase.</summary>
    Passphrase,

    /// <summary>Certificates: the private key of any one of them opens the file.</summary>
    Certificate,
}
