namespace IvsTools.Emulator.Media;

/// <summary>The kind of a media message. RTMP message types and FLV tag types have the same values.</summary>
internal enum MediaKind : byte
{
    Audio = 8,
    Video = 9,
    Data = 18,
}
