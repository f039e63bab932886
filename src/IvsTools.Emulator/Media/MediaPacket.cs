namespace IvsTools.Emulator.Media;

/// <summary>
/// An audio, video or data message from an encoder. The timestamp is in milliseconds, modulo 2^32. The payload, which is the
/// body of an FLV tag, is valid only during the call that receives the packet.
/// </summary>
internal readonly record struct MediaPacket(MediaKind Kind, uint Timestamp, ReadOnlyMemory<byte> Payload);
