namespace IvsTools.Service;

/// <summary>The codes by which the service names an error. They become the ids of errors, which scripts compare and consoles show.</summary>
public static class ServiceErrorCode
{
    private const int MaximumLength = 100;

    /// <summary>True for 1 to 100 letters, digits and dots.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: > 0 and <= MaximumLength } && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '.');

    /// <summary>The code in a batch's answer, where it is ResourceNotFoundException or RESOURCE_NOT_FOUND_EXCEPTION; InvalidResponse for what is no code.</summary>
    public static string OfBatch(string? sent)
    {
        var code = sent?.Contains('_', StringComparison.Ordinal) is true
            ? string.Concat(sent.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()))
            : sent;
        return IsCode(code) ? code! : IvsErrorCode.InvalidResponse;
    }
}
