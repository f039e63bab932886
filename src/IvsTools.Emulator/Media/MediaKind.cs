namespace IvsTools.Emulator.Media;

/// <summary>The kind of a media message. The values are the message types of RTMP and the tag types of FLV.</summary>
internal enum MediaKind : byte
{
    Audio = 8,
    Video = 9,
    Data = 18,
}
