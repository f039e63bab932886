namespace IvsTools;

/// <summary>The kind of a key in a file.</summary>
public enum PlaybackKeyKind
{
    /// <summary>Not a recognized key.</summary>
    Unknown,

    /// <summary>The public key, which is imported into Amazon IVS.</summary>
    Public,

    /// <summary>A certificate, whose public key can be imported into Amazon IVS.</summary>
    Certificate,

    /// <summary>The private key, which signs viewer tokens.</summary>
    Private,
}
