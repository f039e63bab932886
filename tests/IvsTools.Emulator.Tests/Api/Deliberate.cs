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
    /// Types whose names differ from the names in the API. Stream is also a .NET type, and a session in a batch has the members of
    /// a request.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> TypeNames = new Dictionary<string, string>
    {
        ["Stream"] = "LiveStream",
        ["BatchStartViewerSessionRevocationViewerSession"] = "StartViewerSessionRevocationRequest",
        ["BatchStartViewerSessionRevocationError"] = "ViewerSessionRevocationError",
    };
}
