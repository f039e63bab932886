namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>Stream messages in the form that encoders send.</summary>
internal static class TestMedia
{
    public const byte Audio = 8;
    public const byte Video = 9;
    public const byte Data = 18;

    /// <summary>AAC-LC with 48 kHz and two channels.</summary>
    public static readonly byte[] AacSettings = [0xAF, 0, 0x11, 0x90];

    public static readonly byte[] AacFrame = [0xAF, 1, 0x21, 0x10, 0x04, 0x60, 0x8C, 0x1C];

    /// <summary>H.264 Main 3.1 with 1280x720.</summary>
    public static readonly byte[] AvcSettings = Convert.FromHexString(
        "1700000000014d401fffe10017674d401fda014016ec0440000003004000000f23c60ca801000468ef0fc8");

    /// <summary>H.264 High 4.0 with 1920x1080. The coded size is 1920x1088, and the last 8 rows are cropped.</summary>
    public static readonly byte[] CroppedAvcSettings = Convert.FromHexString(
        "170000000001640028ffe1001967640028acb403c0113f2e0220000003002000000791e3065401000468ef0fcbfdf8f800");

    public static byte[] Metadata(params (string Name, object? Value)[] values) =>
        Amf.Of("@setDataFrame", "onMetaData", values.ToDictionary(value => value.Name, value => value.Value));

    /// <summary>Returns a frame with one NAL unit of the specified size.</summary>
    public static byte[] AvcFrame(bool isKey, int size = 100) =>
        [(byte)(isKey ? 0x17 : 0x27), 1, 0, 0, 0, .. Chunks.UInt32((uint)size), (byte)(isKey ? 0x65 : 0x41), .. new byte[size - 1]];
}
