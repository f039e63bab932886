namespace IvsTools.Service.Sdk;

/// <summary>A header that must not be sent: its value would end the header and begin another.</summary>
internal sealed class UnsendableHeaderException(string header) : Exception($"the value of the header {header} contains a line break or another control character");
