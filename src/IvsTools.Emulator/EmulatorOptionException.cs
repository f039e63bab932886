namespace IvsTools.Emulator;

/// <summary>An option has a value that the emulator cannot use. The message contains the rule for valid values.</summary>
/// <param name="option">The name of the property of <see cref="EmulatorOptions"/>.</param>
/// <param name="message">The message.</param>
public sealed class EmulatorOptionException(string option, string message) : Exception(message)
{
    /// <summary>The name of the property of <see cref="EmulatorOptions"/>.</summary>
    public string Option { get; } = option;
}
