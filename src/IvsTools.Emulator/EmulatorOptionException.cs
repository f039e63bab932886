namespace IvsTools.Emulator;

/// <summary>An option has a value that the emulator cannot use. The message contains the rule for valid values.</summary>
/// <param name="message">The message.</param>
public sealed class EmulatorOptionException(string message) : Exception(message);
