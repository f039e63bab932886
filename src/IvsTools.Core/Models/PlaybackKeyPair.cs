namespace IvsTools;

/// <summary>The public half of a key pair whose private half signs viewer tokens, as Amazon IVS holds it.</summary>
public sealed record PlaybackKeyPair(
    string Arn, string? Name, string? Fingerprint, IReadOnlyDictionary<string, string>? Tags)
    : IvsResource(Arn, Name, Tags)
{
    /// <summary>MD5 over the DER SubjectPublicKeyInfo, lower-case hex pairs joined by ':'; null in lists, where the service leaves it out.</summary>
    public string? Fingerprint { get; } = Fingerprint;
}
