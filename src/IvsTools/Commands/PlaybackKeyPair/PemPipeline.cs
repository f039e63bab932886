using IvsTools.Keys;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>Assembles PEM blocks from the pieces that a pipeline brings, and remembers of each which file and which name it came with.</summary>
/// <param name="fileOf">Turns the path that Get-Content notes into that of the file.</param>
internal sealed class PemPipeline(Func<string, string> fileOf)
{
    private readonly PemReader _pem = new();
    private Source? _source;

    /// <summary>Takes a piece; the name counts for the blocks that begin in it.</summary>
    public void Add(PemText piece, string? name)
    {
        // Lines of one file follow each other; text that came from no file stands for itself, unless it is a line.
        if (_source is not null && _source.PSPath != piece.Source)
            End();
        if (_source is null)
            _source = new Source(piece.Source, piece.Source is null ? null : fileOf(piece.Source), name);
        else if (_source.Name != name)
            _source = _source with { Name = name };
        _pem.AddLine(piece.Text, _source);
    }

    /// <summary>No further piece belongs to what came so far.</summary>
    public void End()
    {
        _pem.EndSource(_source);
        _source = null;
    }

    /// <summary>Takes the next block, or what is wrong with it.</summary>
    public bool TryRead(out PemItem item, out string? name, out string? file)
    {
        var found = _pem.TryRead(out item);
        var source = item.State as Source;
        (name, file) = (source?.Name, source?.File);
        return found;
    }

    private sealed record Source(string? PSPath, string? File, string? Name);
}
