using System.Collections;
using System.Collections.ObjectModel;

namespace IvsTools;

/// <summary>Tags with case-sensitive keys. CSV files contain the tags as <c>key=value; key=value</c>.</summary>
public sealed class TagDictionary : ReadOnlyDictionary<string, string>, IEnumerable
{
    internal TagDictionary(IReadOnlyDictionary<string, string> tags)
        : base(new Dictionary<string, string>(tags, StringComparer.Ordinal))
    {
    }

    // PowerShell shows these entries with the view for hashtables. Without a view, later objects of other types, such as stream
    // keys, would appear in a table with the columns Key and Value, and the column Value would show the stream key.
    IEnumerator IEnumerable.GetEnumerator() => ((IDictionary)this).GetEnumerator();

    internal static TagDictionary? Of(IReadOnlyDictionary<string, string>? tags) => tags is null ? null : new TagDictionary(tags);

    /// <summary>
    /// Returns the text that a list view shows. Any dictionary is accepted, because the tags in the output of a job are not a
    /// TagDictionary.
    /// </summary>
    public static string? Text(object? tags) => tags is not IDictionary entries ? null : string.Join(
        "; ", entries.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => $"{key}={entries[key]}"));

    /// <summary>Returns the tags in the order of their keys.</summary>
    public override string ToString() => Text(this)!;
}
