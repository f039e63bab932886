namespace IvsTools;

/// <summary>The result of a viewer token's signature check.</summary>
public enum ViewerTokenSignature
{
    /// <summary>No public key was specified. The signature has the correct format, but it was not verified.</summary>
    NotChecked,

    /// <summary>One of the public keys verifies the signature.</summary>
    Verified,

    /// <summary>No public key verifies the signature, or the bytes are not a signature.</summary>
    Invalid,
}
