using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Control;

/// <summary>Sets the state of recording configurations. Thread-safe.</summary>
internal sealed class RecordingControl(ScopedStates states)
{
    private static readonly string[] States = ["CREATING", "CREATE_FAILED", "ACTIVE"];

    /// <summary>Sets the state of a recording configuration permanently.</summary>
    public void Set(string recordingConfiguration, string state)
    {
        if (!States.Contains(state))
            throw ApiException.Validation($"The state '{state}' is not valid. Use one of: {string.Join(", ", States)}.");
        lock (states)
        {
            var resources = states.Of(recordingConfiguration);
            var arn = resources.ArnOf("recording-configuration", recordingConfiguration);
            resources.RecordingConfigurations.Get(arn)["state"] = state;
            resources.DelayedTransitions.Forget(arn);
        }
    }
}
