namespace IvsTools.Emulator.Media;

/// <summary>The kind of a media message. The values are RTMP message types and FLV tag types.</summary>
internal enum MediaKind : byte
{
    Audio = 8,
    Video = 9,
    Data = 18,
}
