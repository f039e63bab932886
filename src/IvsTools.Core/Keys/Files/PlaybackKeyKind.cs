namespace IvsTools;

/// <summary>The half of a key pair.</summary>
public enum PlaybackKeyKind
{
    /// <summary>Not a recognized key.</summary>
    Unknown,

    /// <summary>The public half, which is imported into Amazon IVS.</summary>
    Public,

    /// <summary>A certificate, whose public key can be imported into Amazon IVS.</summary>
    Certificate,

    /// <summary>The private half, which signs.</summary>
    Private,
}
