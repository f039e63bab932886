namespace IvsTools.Service;

internal sealed record ApiOperation(string Name, string Method, int Status, string Request);
