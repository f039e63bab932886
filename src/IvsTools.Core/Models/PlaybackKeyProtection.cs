namespace IvsTools;

/// <summary>What a private key in a file is protected by.</summary>
public enum PlaybackKeyProtection
{
    /// <summary>Nothing: whoever can read the file has the key. Public keys need none.</summary>
    None,

    /// <summary>A passphrase.</summary>
    Passphrase,

    /// <summary>Certificates: whoever has the private key of one can open it.</summary>
    Certificate,
}
