using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Control;

/// <summary>Changes the state of recording configurations. Thread-safe.</summary>
public sealed class RecordingControl
{
    private static readonly string[] States = ["CREATING", "CREATE_FAILED", "ACTIVE"];

    private readonly ScopedStates _states;

    internal RecordingControl(ScopedStates states) => _states = states;

    /// <summary>Sets the state of a recording configuration permanently.</summary>
    /// <param name="recordingConfiguration">The ARN or the ID.</param>
    /// <param name="state">CREATING, CREATE_FAILED or ACTIVE.</param>
    public void Set(string recordingConfiguration, string state)
    {
        if (!States.Contains(state))
            throw ApiException.Validation($"The state '{state}' is not valid. Use one of: {string.Join(", ", States)}.");
        lock (_states)
        {
            var resources = _states.Of(recordingConfiguration);
            var arn = resources.ArnOf("recording-configuration", recordingConfiguration);
            resources.RecordingConfigurations.Get(arn)["state"] = state;
            resources.DelayedTransitions.Forget(arn);
        }
    }
}
