using IvsTools.Emulator.Http;

namespace IvsTools.Emulator.Control;

/// <summary>An action that a control request can perform.</summary>
internal sealed record ControlAction(string Method, string Path, string[] Members, Func<ControlCall, Response> Do)
{
    private const string Arn = "{arn}";

    /// <summary>The query parameters that the action accepts.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>Checks whether a path belongs to this action. The ARN in a path can contain slashes.</summary>
    public bool Matches(string path, out string arn)
    {
        arn = string.Empty;
        var at = Path.IndexOf(Arn, StringComparison.Ordinal);
        if (at < 0)
            return path == Path;
        var (before, after) = (Path[..at], Path[(at + Arn.Length)..]);
        if (path.Length <= before.Length + after.Length
            || !path.StartsWith(before, StringComparison.Ordinal)
            || !path.EndsWith(after, StringComparison.Ordinal))
        {
            return false;
        }
        arn = Uri.UnescapeDataString(path[before.Length..^after.Length]);
        return true;
    }
}
