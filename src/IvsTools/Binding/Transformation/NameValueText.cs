namespace IvsTools.Binding.Transformation;

/// <summary>Reads settings from text in the format <c>name=value; name=value</c>, which a CSV file can contain.</summary>
internal static class NameValueText
{
    /// <summary>Returns the names and values. Spaces around a name or a value are removed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="invalid">Returns the exception for a setting without a name or an equal sign.</param>
    public static IEnumerable<(string Name, string Value)> Parse(string text, Func<string, Exception> invalid)
    {
        foreach (var setting in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return setting.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var value]
                ? (name, value)
                : throw invalid(setting);
        }
    }
}
