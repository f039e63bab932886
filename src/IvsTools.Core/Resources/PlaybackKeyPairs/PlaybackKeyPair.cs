namespace IvsTools;

/// <summary>The public half of a key pair in Amazon IVS. Its private half signs viewer tokens.</summary>
public sealed record PlaybackKeyPair(
    string Arn, string? Name, string? Fingerprint, IReadOnlyDictionary<string, string>? Tags)
    : IvsResource(Arn, Name, Tags)
{
    /// <summary>
    /// MD5 of the DER SubjectPublicKeyInfo, lowercase hex pairs separated by ':'. Null in lists, because the service omits it.
    /// </summary>
    public string? Fingerprint { get; } = Fingerprint;
}
