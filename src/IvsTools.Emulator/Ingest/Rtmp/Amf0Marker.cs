namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>The value types of AMF0.</summary>
internal enum Amf0Marker : byte
{
    Number = 0,
    Boolean = 1,
    String = 2,
    Object = 3,
    Null = 5,
    Undefined = 6,
    EcmaArray = 8,
    ObjectEnd = 9,
    StrictArray = 10,
    Date = 11,
    LongString = 12,
}
