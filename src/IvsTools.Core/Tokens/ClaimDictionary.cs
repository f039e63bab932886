using System.Collections.ObjectModel;

namespace IvsTools;

/// <summary>The members of the header or the payload of a token.</summary>
/// <remarks>The text, for example in the cell of a CSV, is <c>name=value; name=value</c>.</remarks>
public sealed class ClaimDictionary : ReadOnlyDictionary<string, object?>
{
    internal ClaimDictionary(IReadOnlyDictionary<string, object?> members)
        : base(new Dictionary<string, object?>(members, StringComparer.Ordinal))
    {
    }

    /// <summary>The members that have a value.</summary>
    public override string ToString() => SettingText.Of([.. this.Select(member => (member.Key, member.Value))]);
}
