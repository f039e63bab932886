namespace IvsTools;

/// <summary>What a key file holds, one for each key in it. Nothing of a private key is in here.</summary>
public sealed record PlaybackKeyFileInfo(
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

    /// <summary>Whether it is the public or the private half.</summary>
    public PlaybackKeyKind Kind { get; } = Kind;

    /// <summary>The PEM label, or PKCS#12.</summary>
    public string? Format { get; } = Format;

    /// <summary>ECDSA for a playback key; null while the key cannot be looked at.</summary>
    public string? Algorithm { get; internal init; } = Algorithm;

    /// <summary>P-384 for a playback key; null for other algorithms, and while the key cannot be looked at.</summary>
    public string? Curve { get; internal init; } = Curve;

    /// <summary>MD5 over the DER SubjectPublicKeyInfo; null for a key that cannot be used, or is not opened.</summary>
    public string? Fingerprint { get; internal init; } = Fingerprint;

    /// <summary>How the private key is protected.</summary>
    public PlaybackKeyProtection Protection { get; } = Protection;

    /// <summary>The certificates that open it, by issuer and serial number; null where none do.</summary>
    public string? ProtectedTo { get; } = ProtectedTo;

    /// <summary>Why Amazon IVS cannot use it, or why it could not be looked at; null if all is well.</summary>
    public string? Problem { get; internal init; } = Problem;

    /// <summary>The imported key pair; null if it is not imported, or nobody asked.</summary>
    public string? Arn { get; private init; }

    /// <summary>Whether the key is imported; null if nobody asked.</summary>
    public bool? IsImported { get; private init; }

    /// <summary>The file.</summary>
    public override string ToString() => Path;

    /// <summary>The same, with the one of these key pairs that it is.</summary>
    public PlaybackKeyFileInfo With(IReadOnlyCollection<PlaybackKeyPair> imported)
    {
        var arn = Fingerprint is null ? null : imported.FirstOrDefault(pair => pair.Fingerprint == Fingerprint)?.Arn;
        // Of a key that could not be looked at, nobody knows.
        return this with { Arn = arn, IsImported = Fingerprint is null ? null : arn is not null };
    }
}
