namespace IvsTools;

/// <summary>A playback key in AWS KMS, which creates the signatures. Import-IvsPlaybackKeyPair imports its public key.</summary>
public sealed record PlaybackKmsKey(string Name, string KmsKeyId, string Alias, string Fingerprint)
{
    /// <summary>The name for the key pair, which is the name of the alias without alias/.</summary>
    public string Name { get; } = Name;

    /// <summary>The ARN of the key.</summary>
    public string KmsKeyId { get; } = KmsKeyId;

    /// <summary>The name of the alias, such as alias/prod.</summary>
    public string Alias { get; } = Alias;

    /// <summary>MD5 over the DER SubjectPublicKeyInfo, as Amazon IVS returns it after the import.</summary>
    public string Fingerprint { get; } = Fingerprint;
}
