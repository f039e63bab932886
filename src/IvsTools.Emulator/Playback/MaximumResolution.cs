using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Playback;

/// <summary>The maximum resolution that a token allows. The name is SD, HD or FULL_HD, or null if there is no maximum.</summary>
internal readonly record struct MaximumResolution(string? Name)
{
    private int Lines => Name switch
    {
        "SD" => 480,
        "HD" => 720,
        "FULL_HD" => 1080,
        _ => int.MaxValue,
    };

    /// <param name="video">The only rendition. Null if the stream contains only audio.</param>
    /// <exception cref="PlaybackException">The rendition exceeds the maximum resolution.</exception>
    public void Require(AvcConfiguration? video)
    {
        if (video is not null && !Allows(video.Width, video.Height))
        {
            throw new PlaybackException(
                403,
                "invalid_playback_auth_token",
                $"the maximum resolution of the token is {Name}, and the only rendition of the stream is {video.Width}x{video.Height}");
        }
    }

    /// <remarks>
    /// The smaller side determines the resolution, so vertical video has the same resolution as horizontal video.
    /// </remarks>
    public bool Allows(int width, int height) => Math.Min(width, height) <= Lines;
}
