namespace IvsTools;

/// <summary>The kind of a key in a file.</summary>
public enum PlaybackKeyKind
{
    /// <summary>The content is not a recognized key.</summary>
    Unknown,

    /// <summary>A public key, which can be imported into Amazon IVS if it is a P-384 key.</summary>
    Public,

    /// <summary>A certificate. Its public key can be imported into Amazon IVS if it is a P-384 key.</summary>
    Certificate,

    /// <summary>A private key, which can sign viewer tokens if it is a P-384 key.</summary>
    Private,
}
