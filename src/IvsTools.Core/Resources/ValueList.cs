using System.Collections.ObjectModel;

namespace IvsTools;

/// <summary>
/// A list whose text contains its items, for example in CSV files. The ToString method of a .NET list returns only a
/// type name.
/// </summary>
public sealed class ValueList<T> : ReadOnlyCollection<T>
{
    internal ValueList(IEnumerable<T> items)
        : base([.. items])
    {
    }

    /// <summary>Returns the items separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
