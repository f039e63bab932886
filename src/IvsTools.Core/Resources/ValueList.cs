using System.Collections.ObjectModel;

namespace IvsTools;

/// <summary>
/// A list whose text, for example in the cell of a CSV, contains its items. The text of a .NET list is the name of its type.
/// </summary>
public sealed class ValueList<T> : ReadOnlyCollection<T>
{
    internal ValueList(IEnumerable<T> items)
        : base([.. items])
    {
    }

    /// <summary>The items, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
