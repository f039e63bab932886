using System.Collections;
using System.Globalization;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding;

/// <summary>Converts tags to a dictionary of strings with case-sensitive keys.</summary>
/// <remarks>The service measures lengths in Unicode code points, but ValidateLength measures them in UTF-16 code units.</remarks>
internal static class TagSet
{
    private const int MaximumCount = 50;
    private const int MaximumKeyLength = 128;
    private const int MaximumValueLength = 256;

    /// <summary>Returns the tags as text, or null if the argument is null.</summary>
    /// <exception cref="ValidationMetadataException">
    /// There are too many tags, a key appears twice, or the length of a key or value is not valid.
    /// </exception>
    public static IReadOnlyDictionary<string, string>? From(IDictionary? tags)
    {
        if (tags is null)
            return null;
        if (tags.Count > MaximumCount)
            throw new ValidationMetadataException($"There are {tags.Count} tags. A resource can have at most {MaximumCount} tags.");
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in tags)
        {
            var key = Text(entry.Key);
            var value = Text(entry.Value);
            CheckKey(key);
            if (CodePoints.Count(value) is var valueLength and > MaximumValueLength)
            {
                throw new ValidationMetadataException(
                    $"The value of the tag {SafeText.Quote(key)} has {valueLength} characters. "
                        + $"The maximum is {MaximumValueLength} characters.");
            }
            if (!result.TryAdd(key, value))
                throw new ValidationMetadataException($"The tag {SafeText.Quote(key)} appears twice.");
        }
        return result;
    }

    /// <summary>
    /// Converts keys and values to text without checking the limits for tags. If two keys have the same text, the last value is
    /// used.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Texts(IDictionary values)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in values)
            texts[Text(entry.Key)] = Text(entry.Value);
        return texts;
    }

    /// <exception cref="ValidationMetadataException">The length of the key is not valid.</exception>
    public static void CheckKey(string key)
    {
        if (CodePoints.Count(key) is var length and (0 or > MaximumKeyLength))
        {
            throw new ValidationMetadataException(
                $"A tag key has {length} characters. A tag key must have 1 to {MaximumKeyLength} characters.");
        }
    }

    private static string Text(object? value) => PSValue.Unwrap(value) switch
    {
        null => string.Empty,
        string text => text,
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? string.Empty,
    };
}
