using System.Text.Json.Nodes;
using IvsTools.Emulator.Http;

namespace IvsTools.Emulator.Control;

/// <summary>One thing that the control route does.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the prefix; <c>{arn}</c> is an ARN, percent-encoded or not, or the id at its end.</param>
/// <param name="Members">The members that the body may have.</param>
/// <param name="Do">Does it; what it throws for a bad value is a refusal.</param>
internal sealed record ControlAction(string Method, string Path, string[] Members, Func<ControlCall, Answer> Do)
{
    private const string Arn = "{arn}";

    /// <summary>The names that the query may have.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>True if the path is this action's; an ARN has slashes of its own.</summary>
    public bool Matches(string path, out string arn)
    {
        arn = string.Empty;
        var at = Path.IndexOf(Arn, StringComparison.Ordinal);
        if (at < 0)
            return path == Path;
        var (before, after) = (Path[..at], Path[(at + Arn.Length)..]);
        if (path.Length <= before.Length + after.Length || !path.StartsWith(before, StringComparison.Ordinal) || !path.EndsWith(after, StringComparison.Ordinal))
            return false;
        arn = Uri.UnescapeDataString(path[before.Length..^after.Length]);
        return true;
    }
}

/// <summary>What a control request says.</summary>
internal sealed record ControlCall(string Arn, IReadOnlyDictionary<string, string> Query, JsonObject Input)
{
    public string? Text(string member) => Input[member]?.GetValue<string>();
}
