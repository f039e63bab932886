using System.Buffers.Binary;
using IvsTools.Emulator.Media;
using IvsTools.Emulator.Tests.Ingest;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Makes the messages of an encoder. The pictures have the structure of H.264, but no content.</summary>
internal sealed class TestEncoder(ChannelMedia media)
{
    public const int FrameTime = 40;
    private const int AudioTime = 20;

    public int Width { get; init; } = 640;

    public int Height { get; init; } = 360;

    public int PictureLength { get; init; } = 900;

    /// <summary>The time between two key frames, in milliseconds.</summary>
    public int KeyInterval { get; init; } = 2000;

    public bool HasVideo { get; init; } = true;

    public bool HasAudio { get; init; } = true;

    /// <summary>The timestamp of the first picture.</summary>
    public uint Start { get; init; }

    /// <summary>Starts a stream and publishes the specified duration, in milliseconds. Does not end the stream.</summary>
    public void Publish(int duration)
    {
        media.Begin();
        if (HasVideo)
            Write(MediaKind.Video, Start, VideoHeader(Width, Height));
        if (HasAudio)
            Write(MediaKind.Audio, Start, TestMedia.AacSettings);
        Continue(0, duration);
    }

    /// <summary>Publishes the pictures and the audio frames of a period.</summary>
    public void Continue(int from, int to)
    {
        for (var at = from; at < to; at += AudioTime)
        {
            if (HasVideo && at % FrameTime == 0)
                Write(MediaKind.Video, Start + (uint)at, Picture(at % KeyInterval == 0, PictureLength, at / FrameTime));
            if (HasAudio)
                Write(MediaKind.Audio, Start + (uint)at, [0xAF, 0x01, .. Enumerable.Repeat((byte)(at / AudioTime), 200)]);
        }
    }

    public void Write(MediaKind kind, uint timestamp, byte[] payload) => media.Write(new MediaPacket(kind, timestamp, payload));

    /// <summary>Returns a picture with an access unit delimiter, and with a slice that contains the picture's number.</summary>
    public static byte[] Picture(bool isKey, int length, int number, int compositionTime = 0)
    {
        byte[] slice = [(byte)(isKey ? 0x65 : 0x41), .. Enumerable.Repeat((byte)(number | 1), length)];
        return
        [
            (byte)(isKey ? 0x17 : 0x27), 1, (byte)(compositionTime >> 16), (byte)(compositionTime >> 8), (byte)compositionTime,
            .. Nal([9, 0xF0]), .. Nal(slice),
        ];
    }

    public static byte[] VideoHeader(int width, int height) => [0x17, 0, 0, 0, 0, .. AvcRecord(Sps(width, height))];

    /// <summary>Returns an AVCDecoderConfigurationRecord.</summary>
    public static byte[] AvcRecord(byte[] sps)
    {
        byte[] pps = [0x68, 0xCE, 0x3C, 0x80];
        return [1, sps[1], sps[2], sps[3], 0xFF, 0xE1, 0, (byte)sps.Length, .. sps, 1, 0, (byte)pps.Length, .. pps];
    }

    /// <summary>Returns a sequence parameter set with the Main profile and level 3.1.</summary>
    public static byte[] Sps(int width, int height)
    {
        var (columns, rows) = ((width + 15) / 16, (height + 15) / 16);
        var (cropX, cropY) = (((columns * 16) - width) / 2, ((rows * 16) - height) / 2);
        var bits = new BitWriter().Unsigned(0).Unsigned(0).Unsigned(2).Unsigned(1).Bits(1, 0)
            .Unsigned(columns - 1).Unsigned(rows - 1).Bits(1, 1).Bits(1, 1);
        if (cropX + cropY > 0)
            bits.Bits(1, 1).Unsigned(0).Unsigned(cropX).Unsigned(0).Unsigned(cropY);
        else
            bits.Bits(1, 0);
        return [0x67, 0x4D, 0x40, 0x1F, .. bits.Bits(1, 0).ToBytes()];
    }

    private static byte[] Nal(byte[] nal)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, nal.Length);
        return [.. length, .. nal];
    }
}
