namespace IvsTools;

/// <summary>The public key of a key pair in Amazon IVS. Its private key signs viewer tokens.</summary>
public sealed class PlaybackKeyPair(
    string Arn, string? Name, string? Fingerprint, IReadOnlyDictionary<string, string>? Tags)
    : IvsResource
{
    /// <inheritdoc/>
    public override string? Name { get; } = Name;

    /// <inheritdoc/>
    public override string Arn { get; } = Arn;

    /// <summary>
    /// MD5 of the DER SubjectPublicKeyInfo, lowercase hex pairs separated by ':'. Null in lists, because the service omits it.
    /// </summary>
    public string? Fingerprint { get; } = Fingerprint;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);
}
