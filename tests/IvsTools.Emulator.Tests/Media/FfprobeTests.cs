using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Reads segments of real H.264 and AAC with ffprobe and ffmpeg.</summary>
public sealed class FfprobeTests : MediaTest, IDisposable
{
    private readonly ProgramFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("baseline", "avc1.42", 0, "44100", 1)]
    [InlineData("high", "avc1.64", 2, "48000", 2)]
    public void Ffprobe_reads_every_segment_without_a_warning(
        string profile, string codec, int betweenPictures, string rate, int channels)
    {
        Publish(
            "-c:v", "libx264", "-profile:v", profile, "-bf", $"{betweenPictures}", "-preset", "superfast", "-g", "50", "-sc_threshold", "0",
            "-c:a", "aac", "-ar", rate, "-ac", $"{channels}");
        Assert.Equal(5, Segments.Count);
        foreach (var segment in Segments)
        {
            var (streams, packets) = Probe(segment.Bytes);
            Assert.Equal(["aac", "h264", "timed_id3"], streams.Select(stream => Text(stream, "codec_name")).Order(StringComparer.Ordinal));
            var video = streams.Single(stream => Text(stream, "codec_name") == "h264");
            Assert.Equal((320, 180), (video!["width"]!.GetValue<int>(), video["height"]!.GetValue<int>()));
            var audio = streams.Single(stream => Text(stream, "codec_name") == "aac");
            Assert.Equal((rate, channels), (Text(audio, "sample_rate"), audio!["channels"]!.GetValue<int>()));
            var pictures = packets.Where(packet => Text(packet, "codec_type") == "video").ToList();
            Assert.StartsWith("K", Text(pictures[0], "flags"), StringComparison.Ordinal);
            Assert.Equal(50, pictures.Count);
            var tags = packets.Where(packet => Text(packet, "codec_type") == "data").Select(packet => Text(packet, "data")!).ToList();
            Assert.Equal(2, tags.Count);
            Assert.Contains("hello", tags[1], StringComparison.Ordinal);
        }
        Assert.Equal(codec, Segments[0].Video!.Codec[..7]);
    }

    [Fact]
    public void FFmpeg_decodes_every_picture_without_an_error()
    {
        Publish("-c:v", "libx264", "-preset", "veryfast", "-g", "50", "-sc_threshold", "0", "-c:a", "aac");
        var file = _folder.Write("whole.ts", [.. Segments.SelectMany(segment => segment.Bytes)]);
        var (exit, output, error) = _folder.Try(
            "ffmpeg", "-v", "error", "-xerror", "-i", file, "-map", "0:v", "-map", "0:a", "-f", "framemd5", "-");
        Assert.Equal((0, ""), (exit, error));
        var frames = output.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')).ToList();
        Assert.Equal(250, frames.Count(frame => frame[0] == "0"));
        // The decoded pictures are the same as in the published file.
        var published = _folder
            .Run("ffmpeg", "-v", "error", "-i", _folder["published.flv"], "-map", "0:v", "-f", "framemd5", "-")
            .Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')[^1]);
        Assert.Equal(published, frames.Where(frame => frame[0] == "0").Select(frame => frame[^1]));
    }

    private static string? Text(JsonNode? node, string member) => node?[member]?.GetValue<string>();

    private (JsonArray Streams, JsonArray Packets) Probe(byte[] segment)
    {
        var (exit, output, error) = _folder.Try(
            "ffprobe",
            "-v", "warning", "-show_streams", "-show_packets", "-show_data", "-of", "json", _folder.Write("segment.ts", segment));
        // Stream 2 contains ID3 tags, for which ffprobe has no decoder.
        Assert.DoesNotContain(error.Split('\n'), line => line.Length > 0 && !line.Contains("stream 2", StringComparison.Ordinal));
        Assert.Equal(0, exit);
        var report = JsonNode.Parse(output)!;
        return (report["streams"]!.AsArray(), report["packets"]!.AsArray());
    }

    private void Publish(params string[] encoding)
    {
        _folder.Run(
            "ffmpeg",
            ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25", "-f", "lavfi", "-i", "sine=sample_rate=48000",
                "-t", "10", "-pix_fmt", "yuv420p", .. encoding, "published.flv"]);
        PublishFile();
    }

    private void PublishFile()
    {
        using var file = File.OpenRead(_folder["published.flv"]);
        Media.Begin();
        var tags = 0;
        foreach (var packet in Flv.Read(file))
        {
            Media.Write(packet);
            // Each segment contains one tag in its middle.
            if (tags == Segments.Count && packet.Timestamp >= (2000 * tags) + 1000)
            {
                Media.AddMetadata("hello");
                tags++;
            }
        }
        Media.End();
    }
}
