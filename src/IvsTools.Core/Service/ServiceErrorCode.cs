namespace IvsTools.Service;

/// <summary>The error codes of the service. The codes become error IDs, which scripts compare and consoles show.</summary>
public static class ServiceErrorCode
{
    private const int MaximumLength = 100;

    /// <summary>True for 1 to 100 letters, digits and dots.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: > 0 and <= MaximumLength } && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '.');

    /// <summary>
    /// The code in the response of a batch, as ResourceNotFoundException or
    /// RESOURCE_NOT_FOUND_EXCEPTION. InvalidResponse for text that is not a code.
    /// </summary>
    public static string OfBatch(string? sent)
    {
        var code = sent?.Contains('_', StringComparison.Ordinal) is true ? InPascalCase(sent) : sent;
        return IsCode(code) ? code! : IvsErrorCode.InvalidResponse;
    }

    private static string InPascalCase(string code)
    {
        var words = code.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));
    }
}
