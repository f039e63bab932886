using System.Collections.ObjectModel;

namespace IvsTools;

/// <summary>Tags with case-sensitive keys. CSV files contain the tags as <c>key=value; key=value</c>.</summary>
public sealed class TagDictionary : ReadOnlyDictionary<string, string>
{
    internal TagDictionary(IReadOnlyDictionary<string, string> tags)
        : base(new Dictionary<string, string>(tags, StringComparer.Ordinal))
    {
    }

    internal static TagDictionary? Of(IReadOnlyDictionary<string, string>? tags) => tags is null ? null : new TagDictionary(tags);

    /// <summary>Returns the tags in the order of their keys.</summary>
    public override string ToString() =>
        string.Join("; ", this.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
}
