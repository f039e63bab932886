namespace IvsTools.Parameters;

/// <summary>Text that contains PEM or part of it: a line of a file, a whole file, or the value of a variable.</summary>
/// <param name="text">The text.</param>
/// <param name="source">The file of the text, as added by Get-Content. Null if the text is not from a file.</param>
/// <param name="endsLine">False if the next text continues the line.</param>
public sealed class PemText(string text, string? source, bool endsLine = true)
{
    /// <summary>False if the next text continues the line.</summary>
    internal bool EndsLine { get; } = endsLine;

    /// <summary>The text, which can be part of a private key that was passed by mistake. Never show the text.</summary>
    internal string Text { get; } = text;

    /// <summary>The source of the text, to separate the lines of different files.</summary>
    public string? Source { get; } = source;

    /// <summary>The source. The text is never returned, because it can be a secret.</summary>
    public override string ToString() => Source ?? "PEM text";
}
