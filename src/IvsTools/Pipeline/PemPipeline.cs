using IvsTools.Keys;

namespace IvsTools.Pipeline;

/// <summary>Assembles PEM blocks from pipeline input, and keeps the name and the file of each block.</summary>
/// <param name="fileOf">Returns the file path for a PSPath that Get-Content has added to its output.</param>
/// <param name="pathParameter">See <see cref="PemReader"/>.</param>
internal sealed class PemPipeline(Func<string, string> fileOf, Func<string, string?> pathParameter)
{
    private readonly PemReader _pem = new(pathParameter);
    private Source? _source;

    /// <summary>Adds text. PEM blocks that begin in this text get the specified name.</summary>
    public void Add(PemText piece, string? name)
    {
        // Text can continue a PEM block from earlier text, unless the two are from different files.
        if (_source is not null && _source.PSPath != piece.Source)
            End();
        if (_source is null)
            _source = new Source(piece.Source, piece.Source is null ? null : fileOf(piece.Source), name);
        else if (_source.Name != name)
            _source = _source with { Name = name };
        if (piece.EndsLine)
            _pem.AddLine(piece.Text, _source);
        else
            _pem.AddText(piece.Text, _source);
    }

    /// <summary>Ends the current block, so that later text is not added to it.</summary>
    public void End()
    {
        _pem.EndSource(_source);
        _source = null;
    }

    /// <summary>Returns the next block or its error.</summary>
    public bool TryRead(out PemItem item, out string? name, out string? file)
    {
        var found = _pem.TryRead(out item);
        var source = item.State as Source;
        (name, file) = (source?.Name, source?.File);
        return found;
    }

    private sealed record Source(string? PSPath, string? File, string? Name);
}
