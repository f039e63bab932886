namespace IvsTools.Emulator.Media;

/// <summary>The tracks with their packet identifiers (PID).</summary>
internal enum Track
{
    ProgramAssociation = 0,
    Video = 0x100,
    Audio = 0x101,
    Metadata = 0x102,
    ProgramMap = 0x1000,
}
