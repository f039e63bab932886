namespace IvsTools.Playback;

/// <summary>
/// The IDs of playback problems. <see cref="Tokens.ViewerTokenProblemId"/> contains the IDs of token problems. The
/// value of each constant is its name.
/// </summary>
internal static class PlaybackProblemId
{
#pragma warning disable CS1591 // The message of the problem contains the explanation.
    // The service reports these problems.
    public const string NotLive = nameof(NotLive);
    public const string ChannelNotFound = nameof(ChannelNotFound);
    public const string SessionNotFound = nameof(SessionNotFound);
    public const string TokenRequired = nameof(TokenRequired);
    public const string NoPlaybackKeyPair = nameof(NoPlaybackKeyPair);
    public const string ViewerRevoked = nameof(ViewerRevoked);
    public const string TokenUsed = nameof(TokenUsed);
    public const string CountryNotAllowed = nameof(CountryNotAllowed);

    // This module detects these problems.
    public const string CorsHeaderMissing = nameof(CorsHeaderMissing);
    public const string ClockSkew = nameof(ClockSkew);
    public const string UrlOfOtherChannel = nameof(UrlOfOtherChannel);

    // The service rejected playback for an unknown reason.
    public const string Unknown = nameof(Unknown);

    // With these problems, it is unknown whether a player can play the channel.
    public const string Redirected = nameof(Redirected);
    public const string ServerError = nameof(ServerError);
    public const string UnexpectedResponse = nameof(UnexpectedResponse);
#pragma warning restore CS1591
}
