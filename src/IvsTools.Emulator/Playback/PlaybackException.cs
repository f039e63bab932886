namespace IvsTools.Emulator.Playback;

/// <summary>The reason why a playback request is rejected.</summary>
internal sealed class PlaybackException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
