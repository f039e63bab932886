namespace IvsTools.Emulator.Media;

/// <summary>One audio, video or data message of an encoder.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Timestamp">The time since the start of the stream in milliseconds, modulo 2^32.</param>
/// <param name="Payload">The body of an FLV tag. It is valid only during the call that receives the packet.</param>
internal readonly record struct MediaPacket(MediaKind Kind, uint Timestamp, ReadOnlyMemory<byte> Payload);
