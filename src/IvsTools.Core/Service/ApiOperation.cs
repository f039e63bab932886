namespace IvsTools.Service;

/// <summary>An API operation.</summary>
internal sealed record ApiOperation(string Name, string Method, string Uri, int Status, string Request);
