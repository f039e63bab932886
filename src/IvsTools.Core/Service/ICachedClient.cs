namespace IvsTools.Service;

/// <summary>A client that a cache stores.</summary>
internal interface ICachedClient
{
    /// <summary>True if the client must not be reused, because new credentials may be available.</summary>
    bool HasFailedCredentials { get; }
}
