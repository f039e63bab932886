namespace IvsTools;

/// <summary>The kind of a key in a file.</summary>
public enum PlaybackKeyKind
{
    /// <summary>The content is not a recognized key.</summary>
    Unknown,

    /// <summary>A public key that can be imported into Amazon IVS.</summary>
    Public,

    /// <summary>A certificate, whose public key can be imported into Amazon IVS.</summary>
    Certificate,

    /// <summary>A private key that signs viewer tokens.</summary>
    Private,
}
