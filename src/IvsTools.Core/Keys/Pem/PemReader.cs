namespace IvsTools.Keys;

/// <summary>Finds PEM blocks in text that arrives in parts, such as lines, whole files or chunks.</summary>
/// <remarks>
/// The reader follows the lax rules of RFC 7468: lines can have any line ending and any length, and text can surround the blocks. A
/// block can also be on one line, with spaces or literal "\n" instead of line breaks, as in environment variables and JSON. The
/// time is linear in the size of the input, and the memory is constant.
/// </remarks>
/// <param name="pathParameter">
/// This function is called with text that is not PEM. If the text is the path of a file, the function returns the name of the parameter
/// for paths, and the error recommends the parameter. Otherwise, the function returns null.
/// </param>
internal sealed class PemReader(Func<string, string?>? pathParameter = null)
{
    private const string Dashes = "-----";
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";

    private readonly Queue<PemItem> _items = new();
    private readonly PemBody _body = new();
    private readonly PemHint _hint = new(pathParameter);
    private readonly PemLineBuffer _partial = new();
    private string? _label;
    private int _beginLine;
    private object? _beginState;
    private int _line;
    private bool _anyText;
    private bool _anyBoundary;
    private bool _anyItem;
    private bool _afterReturn;

    /// <summary>Returns the PEM blocks of a text, and an error for each block that cannot be read.</summary>
    public static IReadOnlyList<PemItem> ReadAll(ReadOnlySpan<char> text, Func<string, string?>? pathParameter = null)
    {
        var pem = new PemReader(pathParameter);
        pem.AddText(text);
        pem.EndSource();
        return [.. pem._items];
    }

    /// <summary>Removes the next item and returns true, or returns false if there are no items.</summary>
    public bool TryRead(out PemItem item) => _items.TryDequeue(out item);

    /// <summary>Adds text and ends its last line. The text can contain line breaks.</summary>
    public void AddLine(ReadOnlySpan<char> text, object? state = null)
    {
        AddText(text, state);
        if (!_afterReturn)
            EndLine(state);
        _afterReturn = false;
    }

    /// <summary>Adds text that can end anywhere in a line.</summary>
    public void AddText(ReadOnlySpan<char> chunk, object? state = null)
    {
        _anyText = true;
        if (_afterReturn && chunk is ['\n', ..])
            chunk = chunk[1..];
        if (chunk.Length > 0)
            _afterReturn = false;
        while (chunk.IndexOfAny('\r', '\n') is >= 0 and var end)
        {
            Line(chunk[..end], state);
            var carriageReturn = chunk[end] == '\r';
            chunk = chunk[(end + 1)..];
            if (carriageReturn && chunk is ['\n', ..])
                chunk = chunk[1..];
            else if (carriageReturn && chunk.IsEmpty)
                _afterReturn = true;
        }
        _partial.Add(chunk);
    }

    /// <summary>Ends a source. Reports an error if a block is open or if the source has no block.</summary>
    public void EndSource(object? state = null)
    {
        if (_partial.Length > 0)
            EndLine(state);
        if (_label is not null)
            Incomplete($"The block '{_label}' that begins on line {_beginLine} has no END line.");
        else if (_anyText && !_anyBoundary)
            Add(new PemItem(null, _hint.NotPem(), state));
        else if (_anyBoundary && !_anyItem)
            Add(new PemItem(null, OnlyParameters(), state));
        StartSource();
    }

    /// <summary>Zeroes and removes all stored data, including the blocks that were not read.</summary>
    public void Clear()
    {
        while (_items.TryDequeue(out var item))
            item.Block?.Clear();
        _partial.Clear();
        EndBlock();
        StartSource();
    }

    private void EndLine(object? state) => Line([], state);

    private void Line(ReadOnlySpan<char> rest, object? state)
    {
        _line++;
        if (_partial.Length == 0)
        {
            Parse(rest, state);
            return;
        }
        _partial.Add(rest);
        Parse(_partial.Text, state);
        _partial.Clear();
    }

    private void Parse(ReadOnlySpan<char> line, object? state)
    {
        while (line.IndexOf(Dashes, StringComparison.Ordinal) is >= 0 and var at)
        {
            var before = line[..at];
            line = line[at..];
            var begins = line.StartsWith(Begin, StringComparison.Ordinal);
            var head = begins ? Begin : End;
            var close = line.StartsWith(head, StringComparison.Ordinal)
                ? line[head.Length..].IndexOf(Dashes, StringComparison.Ordinal)
                : -1;
            Text(before);
            if (close < 0)
            {
                Text(line);
                return;
            }
            var label = line.Slice(head.Length, close);
            line = line[(head.Length + close + Dashes.Length)..];
            _anyBoundary = true;
            if (begins)
                Open(label, state);
            else
                Close(label, state);
        }
        Text(line);
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_label is not null)
            _body.Add(text, _line);
        else if (!_anyBoundary)
            _hint.Add(text);
    }

    private void Open(ReadOnlySpan<char> label, object? state)
    {
        if (_label is not null)
        {
            Incomplete(
                $"The block '{_label}' that begins on line {_beginLine} has no END line before line {_line}, where another block begins.");
        }
        _label = PemLabel.Intern(label.Trim());
        (_beginLine, _beginState) = (_line, state);
    }

    private void Close(ReadOnlySpan<char> label, object? state)
    {
        var found = PemLabel.Intern(label.Trim());
        if (_label is null)
        {
            Fail(KeyErrorId.IncompletePem, $"Line {_line} ends a block '{found}' that has no BEGIN line.", state);
            return;
        }
        if (found != _label)
        {
            Incomplete($"The block that begins on line {_beginLine} as '{_label}' ends on line {_line} as '{found}'.");
            return;
        }
        // OpenSSL writes the name of the curve in a separate block before the key. This block is ignored, because the key also
        // contains the name.
        if (_label != PemLabel.EcParameters)
            Add(_body.ToItem(_label, _beginLine, _beginState));
        EndBlock();
    }

    private void Incomplete(string message)
    {
        Fail(KeyErrorId.IncompletePem, message, _beginState);
        EndBlock();
    }

    private void Fail(string errorId, string message, object? state) =>
        Add(new PemItem(null, new KeyException(errorId, message), state));

    private void Add(PemItem item)
    {
        _items.Enqueue(item);
        _anyItem = true;
    }

    private static KeyException OnlyParameters() => new(
        KeyErrorId.UnsupportedPemLabel,
        $"The input contains only the block '{PemLabel.EcParameters}', which names a curve but does not contain a key.",
        "Use the block that contains the key. The command 'openssl ecparam -genkey' writes both blocks.");

    private void StartSource()
    {
        _hint.Clear();
        (_line, _anyText, _anyBoundary, _anyItem, _afterReturn) = (0, false, false, false, false);
    }

    private void EndBlock()
    {
        _label = null;
        _beginState = null;
        _body.Clear();
    }
}
