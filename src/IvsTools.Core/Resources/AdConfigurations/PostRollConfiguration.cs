namespace IvsTools;

/// <summary>Whether ads play after the end of a stream, and for how long.</summary>
public sealed class PostRollConfiguration(int DurationSeconds, bool Enabled)
{
    /// <summary>1 to 300 seconds.</summary>
    public int DurationSeconds { get; } = DurationSeconds;

    /// <summary>True if ads play after the end of a stream.</summary>
    public bool Enabled { get; } = Enabled;

    /// <summary>The settings in the format of a CSV cell.</summary>
    public override string ToString() => SettingText.Of(("durationSeconds", DurationSeconds), ("enabled", Enabled));
}
