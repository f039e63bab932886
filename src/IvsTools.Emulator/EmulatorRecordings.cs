using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator;

/// <summary>Settles recording configurations. For any thread.</summary>
public sealed class EmulatorRecordings
{
    private static readonly string[] States = ["CREATING", "CREATE_FAILED", "ACTIVE"];
    private readonly EmulatorState _state;

    internal EmulatorRecordings(EmulatorState state) => _state = state;

    /// <summary>Puts a recording configuration into a state, in which it stays.</summary>
    /// <param name="recordingConfiguration">Its ARN, or the id at the ARN's end.</param>
    /// <param name="state">CREATING, CREATE_FAILED or ACTIVE.</param>
    public void Set(string recordingConfiguration, string state)
    {
        if (!States.Contains(state))
            throw ApiException.Validation($"There is no state '{state}': {string.Join(", ", States)}.");
        lock (_state)
        {
            var arn = _state.ArnOf("recording-configuration", recordingConfiguration);
            _state.RecordingConfigurations.Get(arn)["state"] = state;
            _state.Settling.Forget(arn);
        }
    }
}
