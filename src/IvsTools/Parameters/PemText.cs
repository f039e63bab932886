namespace IvsTools.Parameters;

/// <summary>A piece of text that holds PEM, or part of it: a line of a file, a whole file, or what a variable holds.</summary>
/// <param name="text">The piece.</param>
/// <param name="source">The file that it came from, as Get-Content notes it; null if it came from none.</param>
public sealed class PemText(string text, string? source)
{
    /// <summary>The piece itself. It may belong to a private key given by mistake: never show it.</summary>
    internal string Text { get; } = text;

    /// <summary>Where it came from, to tell one file's lines from the next one's.</summary>
    public string? Source { get; } = source;

    /// <summary>Its origin; never the text.</summary>
    public override string ToString() => Source ?? "PEM text";
}
