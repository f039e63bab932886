namespace IvsTools;

/// <summary>Describes a key in a key file. The description does not contain any part of a private key.</summary>
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

    /// <summary>The name of a <see cref="PlaybackKeyKind"/> value.</summary>
    public string Kind { get; } = Kind.ToString();

    /// <summary>The PEM label, or PKCS#12.</summary>
    public string? Format { get; } = Format;

    /// <summary>The algorithm, which is ECDSA for a playback key. The value is null if the key cannot be read.</summary>
    public string? Algorithm { get; } = Algorithm;

    /// <summary>The curve, which is P-384 for a playback key. The value is null if the key has no curve or cannot be read.</summary>
    public string? Curve { get; } = Curve;

    /// <summary>The MD5 fingerprint of the DER SubjectPublicKeyInfo. The value is null if the key cannot be used or opened.</summary>
    public string? Fingerprint { get; } = Fingerprint;

    /// <summary>The name of a <see cref="PlaybackKeyProtection"/> value.</summary>
    public string Protection { get; } = Protection.ToString();

    /// <summary>
    /// The issuer and serial number of each certificate that opens the key. The value is null if no certificate
    /// protects the key.
    /// </summary>
    public string? ProtectedTo { get; } = ProtectedTo;

    /// <summary>Explains why the key cannot be used or read. The value is null if there is no problem.</summary>
    public string? Problem { get; } = Problem;

    /// <summary>The ARN of the imported key pair. The value is null if the key is not imported or was not checked.</summary>
    public string? Arn { get; private set; }

    /// <summary>
    /// Indicates whether the key is imported. The value is null if the key was not checked, for example because it cannot be read.
    /// </summary>
    public bool? IsImported { get; private set; }

    /// <summary>Returns the path.</summary>
    public override string ToString() => Path;

    /// <summary>Returns a copy with the result of the check.</summary>
    /// <param name="arn">The ARN of the imported key pair, or null if the key is not imported.</param>
    public PlaybackKeyFileInfo Checked(string? arn)
    {
        var copy = (PlaybackKeyFileInfo)MemberwiseClone();
        (copy.Arn, copy.IsImported) = (arn, arn is not null);
        return copy;
    }
}
