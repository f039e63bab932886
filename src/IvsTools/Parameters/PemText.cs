namespace IvsTools.Parameters;

/// <summary>PEM text or a part of it, such as one line.</summary>
/// <param name="text">The text.</param>
/// <param name="source">The path of the file, which Get-Content adds to each line. Null if the text is not from a file.</param>
/// <param name="endsLine">False if the next input continues the line.</param>
public sealed class PemText(string text, string? source, bool endsLine = true)
{
    /// <summary>Converts text. Proxy functions do not have the transformation attribute of the parameter.</summary>
    public PemText(string text)
        : this(text, source: null)
    {
    }

    /// <summary>Converts one byte of a file. PEM text is ASCII.</summary>
    public PemText(byte character)
        : this(((char)character).ToString(), source: null, endsLine: false)
    {
    }

    /// <summary>False if the next input continues the line.</summary>
    internal bool EndsLine { get; } = endsLine;

    /// <summary>The text, which must not be shown because it can be part of a private key.</summary>
    internal string Text { get; } = text;

    /// <summary>The path of the file. A PEM block cannot contain lines from different files.</summary>
    public string? Source { get; } = source;

    /// <summary>Returns the path of the file instead of the text, because the text can be a secret.</summary>
    public override string ToString() => Source ?? "PEM text";
}
