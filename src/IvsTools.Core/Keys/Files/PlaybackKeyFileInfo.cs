namespace IvsTools;

/// <summary>A key in a key file. It contains no part of a private key.</summary>
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

    /// <summary>Whether the key is the public or the private half.</summary>
    public PlaybackKeyKind Kind { get; } = Kind;

    /// <summary>The PEM label, or PKCS#12.</summary>
    public string? Format { get; } = Format;

    /// <summary>ECDSA for a playback key. Null if the key cannot be read.</summary>
    public string? Algorithm { get; internal init; } = Algorithm;

    /// <summary>P-384 for a playback key. Null for other algorithms, and if the key cannot be read.</summary>
    public string? Curve { get; internal init; } = Curve;

    /// <summary>MD5 of the DER SubjectPublicKeyInfo. Null for a key that cannot be used or opened.</summary>
    public string? Fingerprint { get; internal init; } = Fingerprint;

    /// <summary>The protection of the private key.</summary>
    public PlaybackKeyProtection Protection { get; } = Protection;

    /// <summary>The certificates that open the key, by issuer and serial number. Null if there are none.</summary>
    public string? ProtectedTo { get; } = ProtectedTo;

    /// <summary>Why Amazon IVS cannot use the key, or why it could not be read. Null if there is no problem.</summary>
    public string? Problem { get; internal init; } = Problem;

    /// <summary>The imported key pair. Null if it is not imported or was not checked.</summary>
    public string? Arn { get; private init; }

    /// <summary>Whether the key is imported. Null if it was not checked.</summary>
    public bool? IsImported { get; private init; }

    /// <summary>The file.</summary>
    public override string ToString() => Path;

    /// <summary>The same object with the matching key pair.</summary>
    public PlaybackKeyFileInfo With(IReadOnlyCollection<PlaybackKeyPair> imported)
    {
        var arn = Fingerprint is null ? null : imported.FirstOrDefault(pair => pair.Fingerprint == Fingerprint)?.Arn;
        // Unknown for a key that could not be read.
        return this with { Arn = arn, IsImported = Fingerprint is null ? null : arn is not null };
    }
}
