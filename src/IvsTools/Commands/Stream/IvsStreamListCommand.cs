using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that list live streams.</summary>
public abstract class IvsStreamListCommand : IvsListCommand
{
    /// <summary>Lists live streams. If the health is null, lists streams with any health.</summary>
    private protected void WriteStreams(string? health)
    {
        var filter = health is null ? null : new StreamFilters(health);
        WritePages(Operations.ListStreams, (size, next) => new(filter, size, next), page => (page.Streams, page.NextToken));
    }
}
