namespace IvsTools.Emulator.Tests.Api;

/// <summary>All in which the emulator differs from the API data, and why.</summary>
public static class Deliberate
{
    /// <summary>The published pattern has a <c>+</c> too few and fits no ARN that there is.</summary>
    public static readonly IReadOnlyDictionary<string, string> Patterns = new Dictionary<string, string>
    {
        ["ResourceArn"] = "arn:aws:ivs:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+",
    };

    /// <summary>Types with a name of their own: .NET has taken Stream, and a session of a batch has the members of the single request.</summary>
    public static readonly IReadOnlyDictionary<string, string> TypeNames = new Dictionary<string, string>
    {
        ["Stream"] = "LiveStream",
        ["BatchStartViewerSessionRevocationViewerSession"] = "StartViewerSessionRevocationRequest",
        ["BatchStartViewerSessionRevocationError"] = "ViewerSessionRevocationError",
    };
}
