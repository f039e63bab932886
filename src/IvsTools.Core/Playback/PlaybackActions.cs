using IvsTools.Tokens;

namespace IvsTools.Playback;

/// <summary>The recommended action for a playback problem.</summary>
internal static class PlaybackActions
{
    public static string For(string id) => id switch
    {
        PlaybackProblemId.NotLive => "Start the encoder. Get-IvsStream shows whether the channel is live.",
        PlaybackProblemId.ChannelNotFound => "Compare the URL with the property PlaybackUrl that Get-IvsChannel returns.",
        PlaybackProblemId.SessionNotFound => "Start playback again.",
        PlaybackProblemId.TokenRequired => "Create a token with New-IvsViewerToken, and add it with -Token.",
        PlaybackProblemId.NoPlaybackKeyPair => "Import the public key with Import-IvsPlaybackKeyPair in the Region of the channel.",
        PlaybackProblemId.ViewerRevoked =>
            "Create a token with a higher -ViewerSessionVersion if the viewer is allowed to play again.",
        PlaybackProblemId.TokenUsed => "Create a token for each start of playback, or omit -SingleUse.",
        PlaybackProblemId.CountryNotAllowed =>
            "Compare the country of this machine with the allowed countries that Get-IvsPlaybackRestrictionPolicy returns.",
        PlaybackProblemId.CorsHeaderMissing =>
            "Check for a proxy or a CDN between this machine and Amazon IVS that removes the header Access-Control-Allow-Origin.",
        PlaybackProblemId.ClockSkew => "Synchronize the clock of this machine, and of the machine that signs tokens.",
        PlaybackProblemId.UrlOfOtherChannel => "Use the property PlaybackUrl of the channel that Get-IvsChannel returns.",
        PlaybackProblemId.Unknown =>
            "Check what only the service knows: whether the key pair is imported, whether the viewer session was revoked, "
                + "whether the single-use token was used, and which playback restriction policy the channel has.",
        PlaybackProblemId.Redirected => "Use the playback URL of the channel, without a shortener or a sign-in page.",
        PlaybackProblemId.ServerError => "Try again later.",
        PlaybackProblemId.UnexpectedResponse => "Check the host of the URL, and check for a proxy between this machine and Amazon IVS.",
        ViewerTokenProblemId.Expired or ViewerTokenProblemId.NotYetValid or ViewerTokenProblemId.LivesTooLong =>
            "Create a new token with New-IvsViewerToken, and check the clock of the machine that signs tokens.",
        ViewerTokenProblemId.WrongSignature =>
            "Sign with the private key of an imported key pair. Get-IvsPlaybackKeyFile -Online shows which key is imported.",
        ViewerTokenProblemId.OtherChannel => "Create a token for the channel of the URL.",
        ViewerTokenProblemId.OriginNotAllowed =>
            "Add the site to -AllowedOrigin of New-IvsViewerToken, or to the playback restriction policy of a public channel.",
        ViewerTokenProblemId.BrokenUrl => "Add the token with '?token=' directly after '.m3u8'.",
        _ => "Create a token with New-IvsViewerToken.",
    };
}
