namespace IvsTools.Text;

/// <summary>Finds the known name that is closest to a misspelled name.</summary>
internal static class NameDistance
{
    private const int LongestName = 64;

    /// <summary>Returns the known name that differs in the fewest characters.</summary>
    public static string Nearest(string name, IEnumerable<string> known) => known.MinBy(other => Between(name, other))!;

    /// <summary>
    /// Returns the number of edits that change one name into the other. An edit inserts, deletes or replaces one character. Case is
    /// ignored.
    /// </summary>
    public static int Between(string name, string other)
    {
        var (one, two) = (name[..Math.Min(name.Length, LongestName)].ToUpperInvariant(), other.ToUpperInvariant());
        var row = Enumerable.Range(0, two.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= two.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == two[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
