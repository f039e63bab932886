namespace IvsTools;

/// <summary>Information about a key in a key file. It does not contain any part of a private key.</summary>
public sealed class PlaybackKeyFileInfo(
    string Path,
    PlaybackKeyKind Kind,
    string? Format,
    string? Algorithm,
    string? Curve,
    string? Fingerprint,
    PlaybackKeyProtection Protection,
    string? ProtectedTo,
    string? Problem)
{
    /// <summary>The file.</summary>
    public string Path { get; } = Path;

    /// <summary>Public key, private key or certificate: a name of <see cref="PlaybackKeyKind"/>. JSON contains the same name.</summary>
    public string Kind { get; } = Kind.ToString();

    /// <summary>The PEM label, or PKCS#12.</summary>
    public string? Format { get; } = Format;

    /// <summary>ECDSA for a playback key. Null if the key cannot be read.</summary>
    public string? Algorithm { get; internal set; } = Algorithm;

    /// <summary>P-384 for a playback key. Null for other algorithms, and if the key cannot be read.</summary>
    public string? Curve { get; internal set; } = Curve;

    /// <summary>MD5 of the DER SubjectPublicKeyInfo. Null for a key that cannot be used or opened.</summary>
    public string? Fingerprint { get; internal set; } = Fingerprint;

    /// <summary>The protection of the private key: a name of <see cref="PlaybackKeyProtection"/>. JSON contains the same name.</summary>
    public string Protection { get; } = Protection.ToString();

    /// <summary>The certificates that open the key, by issuer and serial number. Null if no certificate protects the key.</summary>
    public string? ProtectedTo { get; } = ProtectedTo;

    /// <summary>Why Amazon IVS cannot use the key, or why it could not be read. Null if there is no problem.</summary>
    public string? Problem { get; internal set; } = Problem;

    /// <summary>The imported key pair. Null if it is not imported or was not checked.</summary>
    public string? Arn { get; private set; }

    /// <summary>Whether the key is imported. Null if it was not checked.</summary>
    public bool? IsImported { get; private set; }

    /// <summary>The file.</summary>
    public override string ToString() => Path;

    /// <summary>A copy of this object with the ARN of the matching key pair.</summary>
    public PlaybackKeyFileInfo With(IReadOnlyCollection<PlaybackKeyPair> imported)
    {
        var arn = Fingerprint is null ? null : imported.FirstOrDefault(pair => pair.Fingerprint == Fingerprint)?.Arn;
        // IsImported is null for a key that could not be read.
        var copy = (PlaybackKeyFileInfo)MemberwiseClone();
        (copy.Arn, copy.IsImported) = (arn, Fingerprint is null ? null : arn is not null);
        return copy;
    }
}
