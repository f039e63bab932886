namespace IvsTools.Service;

internal sealed record ApiOperation(string Name, string Method, string Uri, int Status, string Request);
