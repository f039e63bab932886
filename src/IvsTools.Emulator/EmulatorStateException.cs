namespace IvsTools.Emulator;

/// <summary>The file of an emulator's state cannot be used. The message says why.</summary>
public sealed class EmulatorStateException(string message, Exception? inner = null) : Exception(message, inner);
