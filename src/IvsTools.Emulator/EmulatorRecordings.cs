using IvsTools.Emulator.Control;

namespace IvsTools.Emulator;

/// <summary>Changes the state of recording configurations. Thread-safe.</summary>
public sealed class EmulatorRecordings
{
    private readonly RecordingControl _recordings;

    internal EmulatorRecordings(RecordingControl recordings) => _recordings = recordings;

    /// <summary>Sets the state of a recording configuration permanently.</summary>
    /// <param name="recordingConfiguration">The ARN or the ID.</param>
    /// <param name="state">CREATING, CREATE_FAILED or ACTIVE.</param>
    public void Set(string recordingConfiguration, string state) => _recordings.Set(recordingConfiguration, state);
}
