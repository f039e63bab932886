namespace IvsTools;

/// <summary>Which half of a key pair there is.</summary>
public enum PlaybackKeyKind
{
    /// <summary>No key that can be told.</summary>
    Unknown,

    /// <summary>The half that Amazon IVS takes.</summary>
    Public,

    /// <summary>A certificate, whose public key Amazon IVS takes.</summary>
    Certificate,

    /// <summary>The half that signs.</summary>
    Private,
}
