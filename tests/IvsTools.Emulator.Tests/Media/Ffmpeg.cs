using System.Diagnostics;
using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Publishes the test source of ffmpeg at its own speed.</summary>
internal sealed class Ffmpeg : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _published;

    private Ffmpeg(Process process, IMediaSink sink)
    {
        _process = process;
        _published = Task.Run(() => Publish(process.StandardOutput.BaseStream, sink));
    }

    /// <summary>Without ffmpeg, the test is skipped.</summary>
    /// <param name="sink">Receives the media.</param>
    /// <param name="seconds">The duration.</param>
    /// <param name="size">The size of the pictures.</param>
    public static Ffmpeg Publish(IMediaSink sink, int seconds, string size = "640x360") => new(
        Process.Start(new ProcessStartInfo(
            Stranger.Find("ffmpeg"),
            [
                "-v", "error", "-nostdin", "-re", "-f", "lavfi", "-i", $"testsrc2=size={size}:rate=25",
                "-f", "lavfi", "-i", "sine=sample_rate=48000",
                "-t", $"{seconds}", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "50",
                "-c:a", "aac", "-f", "flv", "-flvflags", "no_duration_filesize", "pipe:1",
            ])
        { RedirectStandardOutput = true })!,
        sink);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        // The file has been cut off.
        await _published.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _process.Dispose();
    }

    private static void Publish(Stream flv, IMediaSink sink)
    {
        sink.Begin();
        try
        {
            foreach (var packet in Flv.Read(flv))
                sink.Write(packet);
        }
        finally
        {
            sink.End();
        }
    }
}
