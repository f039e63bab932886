namespace IvsTools.Service;

/// <summary>A member of a structure of the API data.</summary>
internal sealed record ApiMember(string Shape, bool Required, bool Sensitive);
