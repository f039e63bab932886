namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>A message of a connection.</summary>
/// <param name="Type">The type.</param>
/// <param name="Timestamp">The time in milliseconds.</param>
/// <param name="StreamId">The message stream. 0 is the connection itself.</param>
/// <param name="Payload">The content. It is valid until the next message is read.</param>
internal readonly record struct RtmpMessage(RtmpMessageType Type, uint Timestamp, uint StreamId, ReadOnlyMemory<byte> Payload);
