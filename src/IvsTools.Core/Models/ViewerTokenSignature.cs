namespace IvsTools;

/// <summary>Whether a viewer token's signature was verified.</summary>
public enum ViewerTokenSignature
{
    /// <summary>No public key was given.</summary>
    NotChecked,

    /// <summary>A given key verifies it.</summary>
    Verified,

    /// <summary>No given key verifies it, or it is no signature.</summary>
    Invalid,
}
