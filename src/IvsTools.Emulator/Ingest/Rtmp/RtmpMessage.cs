namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>An RTMP message, whose payload is valid until the next message is read.</summary>
internal readonly record struct RtmpMessage(RtmpMessageType Type, uint Timestamp, uint StreamId, ReadOnlyMemory<byte> Payload);
