namespace IvsTools.Emulator.Playback;

/// <summary>A rejected playback request.</summary>
internal sealed class PlaybackException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
