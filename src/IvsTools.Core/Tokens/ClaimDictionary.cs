using System.Collections;
using System.Collections.ObjectModel;

namespace IvsTools;

/// <summary>The members of a token's header or payload.</summary>
/// <remarks>CSV files contain the members as <c>name=value; name=value</c>.</remarks>
internal sealed class ClaimDictionary : ReadOnlyDictionary<string, object?>, IEnumerable
{
    public ClaimDictionary(IReadOnlyDictionary<string, object?> members)
        : base(new Dictionary<string, object?>(members, StringComparer.Ordinal))
    {
    }

    // PowerShell shows these entries with the view for hashtables: see TagDictionary.
    IEnumerator IEnumerable.GetEnumerator() => ((IDictionary)this).GetEnumerator();

    /// <summary>Returns the members that have a value.</summary>
    public override string ToString() => SettingText.Of([.. this.Select(member => (member.Key, member.Value))]);
}
