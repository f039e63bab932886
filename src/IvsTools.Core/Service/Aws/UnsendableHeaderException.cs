namespace IvsTools.Service.Aws;

/// <summary>A header that must not be sent, because its value would end the header and start another.</summary>
internal sealed class UnsendableHeaderException(string header)
    : Exception($"the value of the header {header} contains a line break or another control character");
