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

    // This enumerator returns DictionaryEntry objects, which PowerShell shows with the view for hashtables. For KeyValuePair objects,
    // PowerShell would create a table with the columns Key and Value. A stream key that follows in the output would become a row of
    // this table, and the column Value would show its secret value.
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
