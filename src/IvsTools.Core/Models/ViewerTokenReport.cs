namespace IvsTools;

/// <summary>What a viewer token says, and all that is wrong with it.</summary>
public sealed record ViewerTokenReport(
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
    /// <summary>True if nothing is wrong; the signature counts only if a public key was given.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>One sentence each.</summary>
    public IReadOnlyList<ViewerTokenProblem> Problems { get; } = Problems;

    /// <summary>What is worth knowing and does not make the token invalid, such as a claim without effect; one sentence each.</summary>
    public IReadOnlyList<ViewerTokenProblem> Notes { get; } = Notes;

    /// <summary>Whether it was verified.</summary>
    public ViewerTokenSignature Signature { get; } = Signature;

    /// <summary>The fingerprint of the key that verifies it; null if none did.</summary>
    public string? KeyFingerprint { get; } = KeyFingerprint;

    /// <summary>The channel that it opens.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>Who watches.</summary>
    public string? ViewerId { get; } = ViewerId;

    /// <summary>Until when playback may start.</summary>
    public DateTimeOffset? ExpiresAt { get; } = ExpiresAt;

    /// <summary>The JWT's header, as far as it can be read.</summary>
    public IReadOnlyDictionary<string, object?> Header { get; } = Header;

    /// <summary>The JWT's payload, as far as it can be read.</summary>
    public IReadOnlyDictionary<string, object?> Claims { get; } = Claims;
}
