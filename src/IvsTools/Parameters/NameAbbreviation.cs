namespace IvsTools.Parameters;

/// <summary>Recognizes names whose words are shortened, such as MaxResolution for MaximumResolution.</summary>
internal static class NameAbbreviation
{
    // One or two letters match too many words.
    private const int ShortestStart = 3;

    /// <summary>Returns true if the text consists of the start of each word of the name, in the same order. Case is ignored.</summary>
    /// <param name="text">The shortened name.</param>
    /// <param name="name">A name in PascalCase.</param>
    public static bool IsOf(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
            return text.IsEmpty;
        var end = 1;
        while (end < name.Length && !char.IsUpper(name[end]))
            end++;
        var word = name[..end];
        // Tries the longest match of the first word, and then shorter matches. For example, DatAna for DataAnalysis consists of Dat and
        // Ana, not of DatA and na.
        for (var length = Shared(text, word); length >= Math.Min(ShortestStart, word.Length); length--)
        {
            if (IsOf(text[length..], name[end..]))
                return true;
        }
        return false;
    }

    private static int Shared(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        var length = 0;
        while (length < text.Length && length < word.Length && char.ToUpperInvariant(text[length]) == char.ToUpperInvariant(word[length]))
            length++;
        return length;
    }
}
