using System.Collections.ObjectModel;

namespace IvsTools;

/// <summary>
/// A list whose ToString method returns its items, for example for CSV files. For other lists, ToString returns only a type name.
/// </summary>
internal sealed class ValueList<T> : ReadOnlyCollection<T>
{
    public ValueList(IEnumerable<T> items)
        : base([.. items])
    {
    }

    /// <summary>Returns the items separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
