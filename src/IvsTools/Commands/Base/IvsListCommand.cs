using System.Management.Automation;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>A cmdlet that gets by ARN, or lists: page by page, each asked for only when someone still wants objects.</summary>
public abstract class IvsListCommand : IvsCommand
{
    /// <summary>The parameter set of those that list.</summary>
    private protected const string List = "List";

    /// <summary>The parameter set of those that get by ARN.</summary>
    private protected const string ByArn = "Arn";

    /// <summary>How many there are on a page; the most that the service gives unless set.</summary>
    [Parameter(ParameterSetName = List)]
    [Alias("MaxResults")]
    [ValidateRange(1, 100)]
    [RefuseSecret]
    public int MaxResult { get; set; } = 100;

    /// <summary>Gets one page alone: the one that an earlier response told of. -Select NextToken tells of the next.</summary>
    [Parameter(ParameterSetName = List)]
    public string? NextToken { get; set; }

    /// <summary>Gets the first page alone.</summary>
    [Parameter(ParameterSetName = List)]
    [RefuseSecret]
    public SwitchParameter NoAutoIteration { get; set; }

    /// <summary>True if pages are asked for as such.</summary>
    private protected bool WantsPages => Select is not null || new[] { nameof(MaxResult), nameof(NextToken), nameof(NoAutoIteration) }.Any(MyInvocation.BoundParameters.ContainsKey);

    /// <summary>Writes a list, on the pipeline's thread.</summary>
    /// <param name="operation">The operation that lists.</param>
    /// <param name="page">The request for one page: its size and its token.</param>
    /// <param name="read">What a page holds, and the token of the next.</param>
    /// <param name="arn">The ARN that may tell the Region, and that errors are about.</param>
    private protected void WritePages<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        Func<int, string?, TRequest> page,
        Func<TResponse, (IEnumerable<object>? Items, string? Next)> read,
        string? arn = null)
        where TRequest : class
        where TResponse : class
    {
        var isSinglePage = NextToken is not null || NoAutoIteration;
        var selection = Selection.Of<TResponse>(this, Select, arn);
        WriteEach(
            arn,
            arn,
            session => Paging.PagesAsync(session, operation, token => page(MaxResult, token), answer => isSinglePage ? null : read(answer).Next, NextToken),
            answer => selection is null ? read(answer).Items : selection(answer));
    }
}
