using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>Specifies whether ads play after the end of a stream, and for how long.</summary>
[method: JsonConstructor]
public sealed class PostRollConfiguration(int DurationSeconds, bool Enabled)
{
    /// <summary>Creates an object without settings. Without this constructor, PowerShell does not complete hashtable keys.</summary>
    public PostRollConfiguration()
        : this(0, false)
    {
    }

    /// <summary>The duration of the ads, from 1 to 300 seconds.</summary>
    public int DurationSeconds { get; init; } = DurationSeconds;

    /// <summary>Indicates whether ads play after the end of a stream.</summary>
    public bool Enabled { get; init; } = Enabled;

    /// <summary>Returns the settings as <c>name=value; name=value</c>, for example for CSV files.</summary>
    public override string ToString() => SettingText.Of(("durationSeconds", DurationSeconds), ("enabled", Enabled));
}
