namespace IvsTools.Service;

/// <summary>An operation of the API data.</summary>
internal sealed record ApiOperation(string Name, string Method, string Uri, int Status, string Request);
