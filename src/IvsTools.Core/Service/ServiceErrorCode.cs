namespace IvsTools.Service;

/// <summary>Reads the error codes of the service, which become the error IDs that consoles show and scripts compare.</summary>
internal static class ServiceErrorCode
{
    private const int MaximumLength = 100;

    /// <summary>Returns true for text of 1 to 100 letters, digits and periods.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: > 0 and <= MaximumLength } && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '.');

    /// <summary>Returns the code of a batch error, such as ResourceNotFoundException for RESOURCE_NOT_FOUND_EXCEPTION.</summary>
    /// <remarks>For text that is not an error code, the method returns InvalidResponse.</remarks>
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
