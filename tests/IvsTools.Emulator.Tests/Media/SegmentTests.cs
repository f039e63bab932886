using System.Buffers.Binary;
using System.Text;
using IvsTools.Emulator.Media;
using IvsTools.Emulator.Tests.Ingest;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Tests the segments of a published stream.</summary>
public sealed class SegmentTests : MediaTest
{
    private const int Avc = 0x1B;
    private const int Aac = 0x0F;
    private const int Metadata = 0x15;
    private const long Wrap = 1L << 33;

    [Fact]
    public void A_segment_is_about_two_seconds_long_and_starts_with_a_key_frame()
    {
        new TestEncoder(Media).Publish(10_000);
        Media.End();
        Assert.Equal(5, Segments.Count);
        Assert.All(Segments, segment => Assert.Equal(TimeSpan.FromSeconds(2), segment.Duration));
        Assert.Equal([0, 1, 2, 3, 4], Segments.Select(segment => segment.Sequence));
        foreach (var stream in ReadAll())
        {
            Assert.Equal([Avc, Aac, Metadata], stream.Types.OrderBy(type => type.Key).Select(type => type.Value));
            var pictures = stream.Of(Avc).ToList();
            Assert.Equal((50, 100), (pictures.Count, stream.Of(Aac).Count()));
            Assert.Equal([9, 7, 8, 5], Units(pictures[0].Data));
            Assert.All(pictures.Skip(1), picture => Assert.Equal([9, 1], Units(picture.Data)));
        }
    }

    [Theory]
    [InlineData(1000, 2000)]
    [InlineData(400, 2000)]
    [InlineData(4000, 4000)]
    [InlineData(60_000, 10_000)]
    public void A_segment_ends_at_the_first_key_frame_after_two_seconds_and_lasts_at_most_ten_seconds(int interval, int duration)
    {
        new TestEncoder(Media) { KeyInterval = interval, PictureLength = 10 }.Publish(20_000);
        Assert.All(Segments, segment => Assert.Equal(TimeSpan.FromMilliseconds(duration), segment.Duration));
    }

    [Fact]
    public void The_pictures_and_the_audio_have_the_times_and_the_content_that_the_encoder_sent()
    {
        new TestEncoder(Media) { PictureLength = 3000 }.Publish(4000);
        Media.End();
        var streams = ReadAll();
        var pictures = streams.SelectMany(stream => stream.Of(Avc)).ToList();
        var start = pictures[0].Decoding;
        Assert.Equal(Enumerable.Range(0, 100).Select(i => start + (i * 3600L)), pictures.Select(picture => picture.Decoding));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (byte)(i | 1)), pictures.Select(picture => picture.Data[^1]));
        Assert.All(pictures.Skip(1).Where((_, i) => i % 50 != 49), picture => Assert.Equal(6 + 4 + 1 + 3000, picture.Data.Length));
        var frames = streams.SelectMany(stream => stream.Of(Aac)).ToList();
        Assert.Equal(Enumerable.Range(0, 200).Select(i => start + (i * 1800L)), frames.Select(frame => frame.Presentation));
        // An ADTS header: AAC-LC, 48 kHz, stereo, 207 bytes.
        Assert.All(frames, frame => Assert.Equal([0xFF, 0xF1, 0x4C, 0x80, 0x19, 0xFF, 0xFC], frame.Data[..7]));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (byte)i), frames.Select(frame => frame.Data[^1]));
        var clock = streams.SelectMany(stream => stream.Clock).ToList();
        Assert.Equal(pictures.Select(picture => picture.Decoding - 45_000), clock);
    }

    [Fact]
    public void A_picture_with_a_composition_time_has_a_decoding_and_a_presentation_time()
    {
        var encoder = new TestEncoder(Media);
        encoder.Publish(0);
        encoder.Write(MediaKind.Video, 0, TestEncoder.Picture(isKey: true, 10, 0, compositionTime: 80));
        encoder.Write(MediaKind.Video, 40, TestEncoder.Picture(isKey: false, 10, 0, compositionTime: -40));
        Media.End();
        var pictures = ReadAll().Single().Of(Avc).ToList();
        Assert.Equal([7200, -3600], pictures.Select(picture => picture.Presentation - picture.Decoding));
    }

    [Theory]
    [InlineData(uint.MaxValue - 3000)]
    [InlineData(95_443_717 - 4000)]
    public void Timestamps_continue_after_they_wrap(uint start)
    {
        new TestEncoder(Media) { Start = start }.Publish(10_000);
        Media.End();
        Assert.Equal(5, Segments.Count);
        Assert.All(Segments, segment => Assert.Equal((TimeSpan.FromSeconds(2), false), (segment.Duration, segment.IsDiscontinuity)));
        var times = ReadAll().SelectMany(stream => stream.Of(Avc)).Select(picture => picture.Decoding).ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(3600, (pair.Second - pair.First + Wrap) % Wrap));
        Assert.Contains(times.Zip(times.Skip(1)), pair => start == uint.MaxValue - 3000 || pair.Second < pair.First);
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(-5_000)]
    public void A_jump_of_the_timestamps_causes_a_discontinuity_at_the_next_key_frame(int jump)
    {
        var encoder = new TestEncoder(Media) { Start = 100_000 };
        encoder.Publish(5000);
        new TestEncoder(Media) { Start = (uint)(100_000 + jump) }.Continue(5000, 9000);
        Media.End();
        Assert.Equal([false, false, false, true, false], Segments.Select(segment => segment.IsDiscontinuity));
        // The pictures between the jump and the next key frame are discarded, because they cannot be decoded.
        Assert.Equal([2, 2, 1, 2, 1], Segments.Select(segment => (int)segment.Duration.TotalSeconds));
    }

    [Theory]
    [InlineData(true, false, new[] { Avc, Metadata })]
    [InlineData(false, true, new[] { Aac, Metadata })]
    public void A_stream_with_only_audio_or_only_video_plays(bool hasVideo, bool hasAudio, int[] types)
    {
        new TestEncoder(Media) { HasVideo = hasVideo, HasAudio = hasAudio }.Publish(8000);
        Media.End();
        var streams = ReadAll();
        Assert.InRange(streams.Count, 3, 4);
        Assert.All(streams, stream => Assert.Equal(types, stream.Types.OrderBy(type => type.Key).Select(type => type.Value)));
        Assert.All(streams, stream => Assert.NotEmpty(stream.Clock));
    }

    [Fact]
    public void Video_that_starts_after_the_audio_causes_a_discontinuity()
    {
        var encoder = new TestEncoder(Media) { HasVideo = false };
        encoder.Publish(5000);
        encoder.Write(MediaKind.Video, 5000, TestEncoder.VideoHeader(640, 360));
        new TestEncoder(Media).Continue(6000, 8000);
        Media.End();
        Assert.Equal([null, null, "avc1.4D401F"], Segments.Select(segment => segment.Video?.Codec));
        Assert.Equal([false, false, true], Segments.Select(segment => segment.IsDiscontinuity));
    }

    [Fact]
    public void A_new_resolution_causes_a_discontinuity_but_a_repeated_sequence_header_does_not()
    {
        var encoder = new TestEncoder(Media);
        encoder.Publish(2000);
        encoder.Write(MediaKind.Video, 2000, TestEncoder.VideoHeader(640, 360));
        encoder.Continue(2000, 3000);
        encoder.Write(MediaKind.Video, 3000, TestEncoder.VideoHeader(1280, 720));
        new TestEncoder(Media) { KeyInterval = 1000 }.Continue(3000, 4000);
        Media.End();
        Assert.Equal([360, 360, 720], Segments.Select(segment => segment.Video!.Height));
        Assert.Equal([false, false, true], Segments.Select(segment => segment.IsDiscontinuity));
    }

    [Fact]
    public void A_reconnect_continues_the_segment_numbers_and_causes_a_discontinuity()
    {
        new TestEncoder(Media).Publish(4000);
        Media.End();
        Time.Advance(TimeSpan.FromSeconds(10));
        new TestEncoder(Media).Publish(4000);
        Media.End();
        Assert.Equal([0, 1, 2, 3], Segments.Select(segment => segment.Sequence));
        Assert.Equal([false, false, true, false], Segments.Select(segment => segment.IsDiscontinuity));
        Assert.Equal([0, 0, 1, 1], Segments.Select(segment => segment.Discontinuities));
        Assert.Equal([0, 2, 10, 12], Segments.Select(segment => (segment.Time - Segments[0].Time).TotalSeconds));
        ReadAll();
    }

    [Theory]
    [InlineData(10, 4)]
    [InlineData(660, 664)]
    public void The_time_of_the_segments_follows_a_clock_that_is_moved_forward(int seconds, int time)
    {
        var encoder = new TestEncoder(Media);
        encoder.Publish(4000);
        // The clock moves forward by the four seconds of the media and by the additional seconds.
        Time.Advance(TimeSpan.FromSeconds(4 + seconds));
        encoder.Continue(4000, 8000);
        Media.End();
        Assert.Equal([0, 2, time, time + 2], Segments.Select(segment => (segment.Time - Segments[0].Time).TotalSeconds));
        Assert.DoesNotContain(true, Segments.Select(segment => segment.IsDiscontinuity));
    }

    [Theory]
    [InlineData(-5000)]
    [InlineData(5000)]
    public void An_offset_between_the_tracks_does_not_cause_a_discontinuity(int offset)
    {
        var encoder = new TestEncoder(Media) { Start = 10_000, HasAudio = false };
        encoder.Publish(0);
        encoder.Write(MediaKind.Audio, 10_000, TestMedia.AacSettings);
        for (var at = 0; at < 8000; at += TestEncoder.FrameTime)
        {
            encoder.Continue(at, at + TestEncoder.FrameTime);
            encoder.Write(MediaKind.Audio, (uint)(10_000 + at + offset), [0xAF, 0x01, 1]);
        }
        Media.End();
        Assert.Equal([50, 50, 50, 50], Segments.Select(segment => segment.Pictures));
        Assert.DoesNotContain(true, Segments.Select(segment => segment.IsDiscontinuity));
    }

    [Fact]
    public void The_oldest_segments_are_removed_if_the_number_or_total_size_of_the_segments_is_too_large()
    {
        var encoder = new TestEncoder(Media) { PictureLength = 10 };
        encoder.Publish(100_000);
        Assert.Equal([43, 44, 45, 46, 47, 48], Segments.Select(segment => segment.Sequence));
        Assert.Null(Media.Find(36));
        Assert.NotNull(Media.Find(37));
        // The size of each segment is 7 MB.
        new TestEncoder(Media) { PictureLength = 7 * 1024 * 1024 / 50, HasAudio = false }.Publish(30_000);
        Assert.InRange(Enumerable.Range(0, 100).Sum(i => (long)(Media.Find(i)?.Bytes.Length ?? 0)), 1, 32 * 1024 * 1024);
        Assert.NotNull(Media.Find(Segments[^1].Sequence));
    }

    [Fact]
    public void A_short_segment_does_not_change_the_peak_bit_rate()
    {
        var encoder = new TestEncoder(Media) { HasAudio = false };
        encoder.Publish(4000);
        encoder.Write(MediaKind.Video, 4000, TestEncoder.Picture(isKey: true, 100_000, 0));
        Media.End();
        Assert.Equal(3, Segments.Count);
        Assert.InRange(Media.View!.PeakBitRate, Media.View.AverageBitRate, Segments[2].BitsPerSecond / 10);
    }

    [Fact]
    public void A_segment_ends_at_eight_megabytes()
    {
        new TestEncoder(Media) { PictureLength = 1024 * 1024, HasAudio = false }.Publish(4000);
        Assert.All(Segments, segment => Assert.InRange(segment.Bytes.Length, 8 * 1024 * 1024, 10 * 1024 * 1024));
    }

    [Fact]
    public void Metadata_is_written_as_an_ID3_tag_at_the_current_time()
    {
        var encoder = new TestEncoder(Media);
        Media.AddMetadata("before the encoder");
        encoder.Publish(0);
        Media.AddMetadata("before the first picture");
        encoder.Continue(0, 1000);
        var text = new string('ü', 500);
        Media.AddMetadata(text);
        encoder.Continue(1000, 2000);
        Media.End();
        Media.AddMetadata("after the end");
        var stream = ReadAll().Single();
        var tags = stream.Of(Metadata).ToList();
        var start = stream.Of(Avc).First().Decoding;
        Assert.Equal([(0xBD, 0L, "before the first picture"), (0xBD, 980 * 90L, text)],
            tags.Skip(1).Select(tag => (tag.StreamId, tag.Presentation - start, TextOf(tag.Data))));
        // According to ISO/IEC 13818-1, the first descriptor (2.6.58) means that the metadata is in program 1, and the second
        // descriptor (2.6.60) means that its format is ID3.
        Assert.Equal(
            ["25-0F-FF-FF-49-44-33-20-FF-49-44-33-20-00-1F-00-01", "26-0D-FF-FF-49-44-33-20-FF-49-44-33-20-00-0F"],
            stream.Descriptors.Select(descriptor => BitConverter.ToString(descriptor)));
    }

    [Fact]
    public void Every_segment_starts_with_a_tag_that_contains_its_time()
    {
        new TestEncoder(Media) { Start = 95_443_717 - 4000 }.Publish(8000);
        Media.End();
        foreach (var stream in ReadAll())
        {
            var tag = stream.Of(Metadata).Single();
            Assert.Equal(stream.Of(Avc).First().Decoding, tag.Presentation);
            Assert.Equal(
                [
                    .. "ID3\u0004\0\0\0\0\0\u003FPRIV\0\0\0\u0035\0\0com.apple.streaming.transportStreamTimestamp\0"u8,
                    .. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(tag.Presentation)),
                ],
                tag.Data);
        }
    }

    // Returns the types of the NAL units in a byte stream.
    private static IEnumerable<int> Units(byte[] data) => Enumerable.Range(0, data.Length - 4)
        .Where(i => data.AsSpan(i, 4).SequenceEqual(new byte[] { 0, 0, 0, 1 })).Select(i => data[i + 4] & 0x1F);

    // Reads the text from an ID3v2.4 tag with one TXXX frame, whose description is empty.
    private static string TextOf(byte[] tag)
    {
        static int Size(ReadOnlySpan<byte> at) => (at[0] << 21) | (at[1] << 14) | (at[2] << 7) | at[3];
        Assert.Equal("ID3\u0004\0\0", Encoding.Latin1.GetString(tag, 0, 6));
        Assert.Equal(tag.Length - 10, Size(tag.AsSpan(6)));
        Assert.Equal("TXXX", Encoding.Latin1.GetString(tag, 10, 4));
        Assert.Equal(tag.Length - 20, Size(tag.AsSpan(14)));
        Assert.Equal([0, 0, 3, 0], tag[18..22]);
        return Encoding.UTF8.GetString(tag, 22, tag.Length - 22);
    }
}
