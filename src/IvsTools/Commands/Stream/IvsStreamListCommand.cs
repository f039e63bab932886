using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that list live streams.</summary>
public abstract class IvsStreamListCommand : IvsListCommand
{
    /// <summary>Lists the live streams that have the specified health. If the health is null, all live streams are listed.</summary>
    private protected void WriteStreams(string? health)
    {
        var filter = health is null ? null : new StreamFilters(health);
        WritePages(Operations.ListStreams, (size, next) => new(filter, size, next), page => (page.Streams, page.NextToken));
    }
}
