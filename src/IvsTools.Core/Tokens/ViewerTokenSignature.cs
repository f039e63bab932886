namespace IvsTools;

/// <summary>Whether the signature of a viewer token was verified.</summary>
public enum ViewerTokenSignature
{
    /// <summary>No public key was specified.</summary>
    NotChecked,

    /// <summary>One of the public keys verifies the signature.</summary>
    Verified,

    /// <summary>None of the public keys verifies the signature, or the bytes are not a signature.</summary>
    Invalid,
}
