namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>The message types that the emulator uses.</summary>
internal enum RtmpMessageType : byte
{
    SetChunkSize = 1,
    Abort = 2,
    Acknowledgement = 3,
    UserControl = 4,
    WindowAcknowledgementSize = 5,
    SetPeerBandwidth = 6,
    Audio = 8,
    Video = 9,
    Data = 18,
    Command = 20,
}
