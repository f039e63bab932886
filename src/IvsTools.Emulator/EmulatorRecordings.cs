using IvsTools.Emulator.Control;

namespace IvsTools.Emulator;

/// <summary>Settles recording configurations. For any thread.</summary>
public sealed class EmulatorRecordings
{
    private readonly RecordingControl _recordings;

    internal EmulatorRecordings(RecordingControl recordings) => _recordings = recordings;

    /// <summary>Puts a recording configuration into a state, in which it stays.</summary>
    /// <param name="recordingConfiguration">Its ARN, or the id at the ARN's end.</param>
    /// <param name="state">CREATING, CREATE_FAILED or ACTIVE.</param>
    public void Set(string recordingConfiguration, string state) => _recordings.Set(recordingConfiguration, state);
}
