namespace IvsTools.Service.Aws;

/// <summary>Reports that a header cannot be sent, because its value contains a line break or another control character.</summary>
internal sealed class UnsendableHeaderException(string header)
    : Exception($"the value of the {header} header contains a line break or another control character");
