using IvsTools.Tokens;

namespace IvsTools.Playback;

/// <summary>Returns the recommended action for a playback problem.</summary>
internal static class PlaybackActions
{
    public static string For(string id, bool hasOrigin = true) => id switch
    {
        PlaybackProblemId.NotLive => "Start the encoder. Get-IvsStream shows whether the channel is live.",
        PlaybackProblemId.ChannelNotFound => "Compare the URL with the playback URL that Get-IvsChannel returns.",
        PlaybackProblemId.SessionNotFound => "Start playback again.",
        PlaybackProblemId.TokenRequired => "Create a token with New-IvsViewerToken, and add it with -Token.",
        PlaybackProblemId.NoPlaybackKeyPair => "Import the public key with Import-IvsPlaybackKeyPair. Use the Region of the channel.",
        PlaybackProblemId.ViewerRevoked =>
            "Create a token with a higher -ViewerSessionVersion if the viewer is allowed to play again.",
        PlaybackProblemId.TokenUsed => "Create a new token each time that playback starts, or omit -SingleUse.",
        PlaybackProblemId.CountryNotAllowed =>
            "Compare the country of this machine with the allowed countries that Get-IvsPlaybackRestrictionPolicy returns.",
        PlaybackProblemId.CorsHeaderMissing =>
            "Check whether a proxy or a CDN removes the Access-Control-Allow-Origin header from the response.",
        PlaybackProblemId.ClockSkew => "Synchronize the clocks of this machine and the machine that signs tokens.",
        PlaybackProblemId.UrlOfOtherChannel => "Use the playback URL that Get-IvsChannel returns for the channel.",
        PlaybackProblemId.Unknown =>
            "The response does not contain the cause. Check whether the key pair is imported, whether the viewer session was revoked, "
                + "whether the single-use token was used, and which playback restriction policy the channel has.",
        PlaybackProblemId.Redirected => "Use the original playback URL of the channel, not a shortened URL or the URL of a sign-in page.",
        PlaybackProblemId.ServerError => "Try again later.",
        PlaybackProblemId.UnexpectedResponse => "Check the host of the URL, and check for a proxy between this machine and Amazon IVS.",
        ViewerTokenProblemId.Expired or ViewerTokenProblemId.NotYetValid or ViewerTokenProblemId.LivesTooLong =>
            "Create a new token with New-IvsViewerToken, and check the clock of the machine that signs tokens.",
        ViewerTokenProblemId.WrongSignature =>
            "Sign with the private key of an imported key pair. "
                + "In the folder of your keys, Get-IvsPlaybackKeyFile *.pem -Online shows which key is imported.",
        ViewerTokenProblemId.OtherChannel => "Create a token for the channel of the URL.",
        ViewerTokenProblemId.OriginNotAllowed when !hasOrigin => "Use -Origin to specify the site that plays the channel.",
        ViewerTokenProblemId.OriginNotAllowed =>
            "Specify the site with -AllowedOrigin when you create the token. For a public channel, add the site to the restriction policy.",
        ViewerTokenProblemId.BrokenUrl => "Add '?token=' and the token directly after '.m3u8'.",
        _ => "Create a token with New-IvsViewerToken.",
    };
}
