using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>Whether ads play after the end of a stream, and for how long.</summary>
[method: JsonConstructor]
public sealed class PostRollConfiguration(int DurationSeconds, bool Enabled)
{
    /// <summary>No settings. With this constructor, PowerShell completes the keys of a hashtable for this type.</summary>
    public PostRollConfiguration()
        : this(0, false)
    {
    }

    /// <summary>1 to 300 seconds.</summary>
    public int DurationSeconds { get; init; } = DurationSeconds;

    /// <summary>True if ads play after the end of a stream.</summary>
    public bool Enabled { get; init; } = Enabled;

    /// <summary>The settings in the format of a CSV cell.</summary>
    public override string ToString() => SettingText.Of(("durationSeconds", DurationSeconds), ("enabled", Enabled));
}
