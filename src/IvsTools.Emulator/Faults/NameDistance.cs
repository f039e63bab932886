namespace IvsTools.Emulator.Faults;

/// <summary>Finds what was meant by a name that is not known.</summary>
internal static class NameDistance
{
    private const int LongestName = 64;

    /// <summary>The known name that takes the fewest insertions, deletions and replacements of a character.</summary>
    public static string Nearest(string name, IEnumerable<string> known)
    {
        var shortened = name[..Math.Min(name.Length, LongestName)];
        return known.MinBy(other => Between(shortened.ToUpperInvariant(), other.ToUpperInvariant()))!;
    }

    /// <summary>The name without control characters, shortened.</summary>
    public static string Printable(string name) =>
        string.Concat(name.Take(LongestName).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));

    private static int Between(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
