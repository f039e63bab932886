namespace IvsTools.Service;

/// <summary>A client that a cache stores.</summary>
internal interface ICachedClient
{
    /// <summary>True if a call failed because of the credentials. The cache then creates a new client, which reads them again.</summary>
    bool HasFailedCredentials { get; }
}
