using IvsTools.Emulator.Media;
using IvsTools.Emulator.Tests.Ingest;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Tests media that is malformed or cannot be played.</summary>
public sealed class MalformedMediaTests : MediaTest
{
    private const int Audio = (int)MediaKind.Audio;
    private const int Video = (int)MediaKind.Video;

    private static readonly byte[] Header = TestEncoder.VideoHeader(640, 360);

    [Theory]
    [InlineData(Video, "12", "codec ID 2")]
    [InlineData(Video, "1C", "codec ID 12")]
    [InlineData(Video, "90-68-76-63-31-00", "HEVC")]
    [InlineData(Video, "91-61-76-30-31-00", "AV1")]
    [InlineData(Video, "90-61-76-63-31-00", "without Enhanced RTMP")]
    [InlineData(Audio, "2F-00", "format 2")]
    [InlineData(Audio, "90-4F-70-75-73", "Enhanced RTMP")]
    // xHE-AAC, AAC with a reserved sample rate, and AAC whose channels are described in another structure.
    [InlineData(Audio, "AF-00-F9-4A-40", "object type 31")]
    [InlineData(Audio, "AF-00-16-90", "sample rate")]
    [InlineData(Audio, "AF-00-11-80", "channel configuration 0")]
    public void A_codec_that_cannot_be_played_is_rejected_with_a_reason(int kind, string payload, string says)
    {
        Media.Begin();
        var rejected = Assert.Throws<NotSupportedException>(() => Write((MediaKind)kind, Bytes(payload)));
        Assert.Contains(says, rejected.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Video, "17")]
    [InlineData(Video, "17-00-00-00")]
    [InlineData(Video, "17-00-00-00-00")]
    [InlineData(Video, "17-00-00-00-00-02-4D-40-1F-FF-E1")]
    [InlineData(Video, "17-00-00-00-00-01-4D-40-1F-FE-E1")] // NAL units whose length fields are 3 bytes wide
    [InlineData(Video, "17-00-00-00-00-01-4D-40-1F-FF-E0-00")] // no sequence parameter set
    [InlineData(Video, "17-00-00-00-00-01-4D-40-1F-FF-E1-00-04-67-4D-40-1F-00")] // no picture parameter set
    [InlineData(Video, "17-01-00-00-00-00-00-00-01-65")] // a picture before the sequence header
    [InlineData(Video, "90-68-76")]
    [InlineData(Audio, "AF")]
    [InlineData(Audio, "AF-00-11")]
    [InlineData(Audio, "AF-01-21")]
    public void A_malformed_message_is_rejected(int kind, string payload)
    {
        Media.Begin();
        Assert.Throws<InvalidDataException>(() => Write((MediaKind)kind, Bytes(payload)));
        Media.End();
        Assert.Empty(Segments);
    }

    [Fact]
    public void Every_truncation_of_a_sequence_header_is_rejected()
    {
        Media.Begin();
        for (var length = 1; length < Header.Length; length++)
            Assert.Throws<InvalidDataException>(() => Write(MediaKind.Video, Header[..length]));
        Write(MediaKind.Video, Header);
    }

    [Theory]
    [InlineData("00-00-00-05-65-88")]
    [InlineData("FF-FF-FF-FF-65-88")]
    [InlineData("00-00-00-02-65-88-00")]
    public void A_NAL_unit_that_is_longer_than_its_message_is_rejected_and_the_next_picture_plays(string units)
    {
        var encoder = new TestEncoder(Media);
        encoder.Publish(0);
        Assert.Throws<InvalidDataException>(() => Write(MediaKind.Video, [0x17, 1, 0, 0, 0, .. Bytes(units)]));
        encoder.Continue(0, 2000);
        Media.End();
        var segment = Assert.Single(Segments);
        Assert.Equal(50, TransportStream.Read(segment.Bytes).Of(0x1B).Count());
    }

    [Fact]
    public void An_audio_frame_that_is_too_long_for_its_header_is_rejected()
    {
        new TestEncoder(Media).Publish(20);
        Write(MediaKind.Audio, [0xAF, 1, .. new byte[0x1FFF - 7]]);
        Assert.Throws<InvalidDataException>(() => Write(MediaKind.Audio, [0xAF, 1, .. new byte[0x1FFF - 6]]));
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(852, 480)]
    [InlineData(426, 240)]
    [InlineData(720, 1280)]
    public void The_resolution_does_not_include_cropped_lines(int width, int height)
    {
        var configuration = AvcConfiguration.Parse(TestEncoder.AvcRecord(TestEncoder.Sps(width, height)));
        Assert.Equal(("avc1.4D401F", width, height), (configuration.Codec, configuration.Width, configuration.Height));
    }

    [Fact]
    public void Random_messages_are_accepted_or_rejected_and_the_segments_stay_valid()
    {
        var random = new Random(15);
        byte[][] models =
            [Header, TestMedia.AacSettings, TestEncoder.Picture(true, 40, 1), TestEncoder.Picture(false, 40, 1), [0xAF, 1, 2, 3]];
        var rejected = 0;
        for (var stream = 0; stream < 200; stream++)
        {
            Media.Begin();
            Write(MediaKind.Video, Header);
            Write(MediaKind.Audio, TestMedia.AacSettings);
            for (var i = 0; i < 100; i++)
            {
                var message = models[random.Next(models.Length)].ToArray();
                for (var changes = random.Next(3); changes > 0; changes--)
                    message[random.Next(message.Length)] = (byte)random.Next(256);
                var kind = message[0] >> 4 > 9 ? MediaKind.Audio : MediaKind.Video;
                try
                {
                    Media.Write(new MediaPacket(kind, (uint)(random.Next(8) == 0 ? random.Next() : i * 40), message));
                }
                catch (Exception e) when (e is InvalidDataException or NotSupportedException)
                {
                    rejected++;
                }
            }
            Media.End();
            ReadAll();
        }
        Assert.InRange(rejected, 100, 19_900);
        Assert.NotEmpty(Segments);
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace("-", string.Empty, StringComparison.Ordinal));

    private void Write(MediaKind kind, byte[] payload) => Media.Write(new MediaPacket(kind, 0, payload));
}
