namespace IvsTools;

/// <summary>A playback key in AWS KMS. AWS KMS creates the signatures, and Import-IvsPlaybackKeyPair imports the public key.</summary>
public sealed class PlaybackKmsKey(string Name, string KmsKeyId, string Alias, string Fingerprint)
{
    /// <summary>The name for the key pair, which is the name of the alias without "alias/".</summary>
    public string Name { get; } = Name;

    /// <summary>The ARN of the KMS key.</summary>
    public string KmsKeyId { get; } = KmsKeyId;

    /// <summary>The name of the alias, such as alias/prod.</summary>
    public string Alias { get; } = Alias;

    /// <summary>The MD5 fingerprint of the DER SubjectPublicKeyInfo. Amazon IVS returns the same value after the import.</summary>
    public string Fingerprint { get; } = Fingerprint;
}
