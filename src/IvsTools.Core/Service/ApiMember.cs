namespace IvsTools.Service;

internal sealed record ApiMember(string Shape, bool Required);
