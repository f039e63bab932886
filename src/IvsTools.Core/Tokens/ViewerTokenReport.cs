namespace IvsTools;

/// <summary>The contents of a viewer token and its problems.</summary>
public sealed class ViewerTokenReport(
    IReadOnlyList<ViewerTokenProblem> Problems,
    ViewerTokenSignature Signature,
    string? KeyFingerprint,
    string? ChannelArn,
    string? ViewerId,
    DateTimeOffset? ExpiresAt,
    IReadOnlyDictionary<string, object?> Header,
    IReadOnlyDictionary<string, object?> Claims,
    IReadOnlyList<ViewerTokenProblem> Notes)
{
    /// <summary>
    /// The number of the input, starting with 1. The number identifies the token. The report does not contain the token, because
    /// the token is a secret.
    /// </summary>
    public int Input { get; private set; } = 1;

    /// <summary>Indicates whether the token has no problems. The signature is checked only if a public key was specified.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>The problems of the token.</summary>
    public IReadOnlyList<ViewerTokenProblem> Problems { get; } = SettingText.ListOf(Problems);

    /// <summary>Conditions that do not make the token invalid, such as a claim that has no effect.</summary>
    public IReadOnlyList<ViewerTokenProblem> Notes { get; } = SettingText.ListOf(Notes);

    /// <summary>The name of a <see cref="ViewerTokenSignature"/> value.</summary>
    public string Signature { get; } = Signature.ToString();

    /// <summary>The fingerprint of the key that verifies the token. The value is null if no key verifies the token.</summary>
    public string? KeyFingerprint { get; } = KeyFingerprint;

    /// <summary>The ARN of the token's channel.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>The viewer's ID.</summary>
    public string? ViewerId { get; } = ViewerId;

    /// <summary>The local time until which playback can start.</summary>
    public DateTime? ExpiresAt { get; } = ExpiresAt?.LocalDateTime;

    /// <summary>The members of the JWT header that can be parsed.</summary>
    public IReadOnlyDictionary<string, object?> Header { get; } = new ClaimDictionary(Header);

    /// <summary>The claims in the JWT payload that can be parsed.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; } = new ClaimDictionary(Claims);

    /// <summary>Returns the problems, or "valid".</summary>
    public override string ToString() => IsValid ? "valid" : Problems.ToString()!;

    /// <summary>Copies the report, and sets <see cref="Input"/> in the copy.</summary>
    public ViewerTokenReport Of(int input)
    {
        var copy = (ViewerTokenReport)MemberwiseClone();
        copy.Input = input;
        return copy;
    }
}
