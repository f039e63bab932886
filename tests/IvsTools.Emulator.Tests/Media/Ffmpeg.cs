using System.Diagnostics;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Publishes a test video from ffmpeg in real time.</summary>
internal sealed class Ffmpeg : IAsyncDisposable
{
    private readonly Process _process;

    private Ffmpeg(Process process) => _process = process;

    /// <summary>Starts to publish. The test is skipped if ffmpeg is not installed.</summary>
    /// <param name="url">The ingest URL with the stream key.</param>
    /// <param name="seconds">The duration.</param>
    /// <param name="size">The size of the video.</param>
    public static Ffmpeg Publish(string url, int seconds, string size = "640x360") => new(Process.Start(new ProcessStartInfo(
        ProgramFolder.Find("ffmpeg"),
        [
            "-v", "error", "-nostdin", "-re", "-f", "lavfi", "-i", $"testsrc2=size={size}:rate=25",
            "-f", "lavfi", "-i", "sine=sample_rate=48000", "-t", $"{seconds}", "-pix_fmt", "yuv420p",
            "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "50", "-c:a", "aac",
            "-f", "flv", "-tls_verify", "0", url,
        ]))!);

    /// <summary>Closes the connection without ending the stream.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }
}
