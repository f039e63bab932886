namespace IvsTools.Service;

/// <summary>A member of an API structure.</summary>
internal sealed record ApiMember(string Shape, bool Required, bool Sensitive);
