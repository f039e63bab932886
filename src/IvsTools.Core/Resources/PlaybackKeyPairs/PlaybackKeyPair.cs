namespace IvsTools;

/// <summary>The public key of a key pair in Amazon IVS. The matching private key signs viewer tokens.</summary>
public sealed class PlaybackKeyPair(
    string Arn, string? Name, string? Fingerprint, IReadOnlyDictionary<string, string>? Tags)
    : IvsResource
{
    /// <inheritdoc/>
    public override string? Name { get; } = Name;

    /// <inheritdoc/>
    public override string Arn { get; } = Arn;

    /// <summary>The MD5 fingerprint of the DER SubjectPublicKeyInfo as lowercase hex pairs separated by ':'.</summary>
    /// <remarks>The value is null in lists, because the service omits the fingerprint.</remarks>
    public string? Fingerprint { get; } = Fingerprint;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);
}
