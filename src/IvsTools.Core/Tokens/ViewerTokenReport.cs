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
    /// <summary>The number of the input, starting with 1. A report does not contain the token, which is a secret.</summary>
    public int Input { get; private set; } = 1;

    /// <summary>True if there are no problems. Includes the signature only if a public key was specified.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>The problems, one sentence each.</summary>
    public IReadOnlyList<ViewerTokenProblem> Problems { get; } = SettingText.ListOf(Problems);

    /// <summary>Conditions that do not make the token invalid, such as a claim without effect, one sentence each.</summary>
    public IReadOnlyList<ViewerTokenProblem> Notes { get; } = SettingText.ListOf(Notes);

    /// <summary>Whether the signature was verified: a name of <see cref="ViewerTokenSignature"/>. JSON contains the same name.</summary>
    public string Signature { get; } = Signature.ToString();

    /// <summary>The fingerprint of the key that verifies the token. Null if no key verifies it.</summary>
    public string? KeyFingerprint { get; } = KeyFingerprint;

    /// <summary>The channel that the token is for.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>The ID of the viewer.</summary>
    public string? ViewerId { get; } = ViewerId;

    /// <summary>The local time until which playback can start.</summary>
    public DateTime? ExpiresAt { get; } = ExpiresAt?.LocalDateTime;

    /// <summary>The header of the JWT, as far as it can be read.</summary>
    public IReadOnlyDictionary<string, object?> Header { get; } = new ClaimDictionary(Header);

    /// <summary>The payload of the JWT, as far as it can be read.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; } = new ClaimDictionary(Claims);

    /// <summary>The report with the number of its input.</summary>
    public ViewerTokenReport Of(int input)
    {
        var copy = (ViewerTokenReport)MemberwiseClone();
        copy.Input = input;
        return copy;
    }
}
