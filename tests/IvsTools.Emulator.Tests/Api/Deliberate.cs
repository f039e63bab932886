namespace IvsTools.Emulator.Tests.Api;

/// <summary>The differences between the emulator and the API data, with the reasons.</summary>
public static class Deliberate
{
    /// <summary>The published pattern lacks a <c>+</c> and does not match any real ARN.</summary>
    public static readonly IReadOnlyDictionary<string, string> Patterns = new Dictionary<string, string>
    {
        ["ResourceArn"] = "arn:aws:ivs:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+",
    };

    /// <summary>
    /// Types whose names differ from the names in the API. Stream is also the name of a .NET type. A session in a batch revocation has
    /// the same members as the request for one revocation, so both have the same type.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> TypeNames = new Dictionary<string, string>
    {
        ["Stream"] = "LiveStream",
        ["BatchStartViewerSessionRevocationViewerSession"] = "StartViewerSessionRevocationRequest",
        ["BatchStartViewerSessionRevocationError"] = "ViewerSessionRevocationError",
    };
}
