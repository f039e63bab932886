namespace IvsTools.Emulator.Playback;

/// <summary>The maximum resolution of a token.</summary>
/// <param name="Name">SD, HD or FULL_HD. Null for no maximum.</param>
internal readonly record struct MaximumResolution(string? Name)
{
    private int Lines => Name switch
    {
        "SD" => 480,
        "HD" => 720,
        "FULL_HD" => 1080,
        _ => int.MaxValue,
    };

    /// <remarks>A vertical video has the same resolution as a horizontal one.</remarks>
    public bool Allows(int width, int height) => Math.Min(width, height) <= Lines;
}
