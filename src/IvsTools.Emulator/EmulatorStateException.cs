namespace IvsTools.Emulator;

/// <summary>The state file of an emulator cannot be used. The message contains the reason.</summary>
public sealed class EmulatorStateException(string message, Exception? inner = null) : Exception(message, inner);
