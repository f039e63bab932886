using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that get or list resources. A page is requested only when the pipeline needs its objects.</summary>
public abstract class IvsListCommand : IvsCommand
{
    /// <summary>The parameter set that lists resources.</summary>
    private protected const string List = "List";

    /// <summary>The parameter set that gets resources by ARN.</summary>
    private protected const string ByArn = "Arn";

    private const int LargestPage = 100;

    /// <summary>The maximum number of objects per page. The default is the service's maximum.</summary>
    [Parameter(ParameterSetName = List)]
    [Alias("MaxResults", "MaxItems")]
    [WholeNumberTransformation(typeof(int), 1, LargestPage)]
    public int? MaxResult { get; set; }

    /// <summary>
    /// The token from an earlier response, or $null for the first page. -Select NextToken returns the token of the next page.
    /// </summary>
    [Parameter(ParameterSetName = List)]
    public string? NextToken { get; set; }

    /// <summary>Gets only the first page.</summary>
    [Parameter(ParameterSetName = List)]
    [FlagTransformation]
    public SwitchParameter NoAutoIteration { get; set; }

    /// <summary>True if a paging parameter is used.</summary>
    private protected bool IsPaged => MaxResult is not null || IsSinglePage;

    /// <summary>True if a paging parameter or -Select is used. Both apply to the pages of the list operation.</summary>
    private protected bool WantsPages => Select is not null || IsPaged;

    // Scripts that request each page themselves pass $null for the first page.
    private bool IsSinglePage => NoAutoIteration || MyInvocation.BoundParameters.ContainsKey(nameof(NextToken));

    /// <summary>Writes the objects of a list.</summary>
    /// <param name="operation">The list operation.</param>
    /// <param name="page">Creates the request for a page. The arguments are the page size and the token.</param>
    /// <param name="read">Returns the objects on a page and the token of the next page.</param>
    /// <param name="arn">The ARN that determines the Region. The ARN is also the target of errors.</param>
    private protected void WritePages<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        Func<int, string?, TRequest> page,
        Func<TResponse, (IEnumerable<object>? Items, string? Next)> read,
        string? arn = null)
        where TRequest : class
        where TResponse : class
    {
        var selection = Selection.Of<TResponse>(this, Select, arn);
        WriteEach(
            arn,
            arn,
            context => Paging.PagesAsync(
                context,
                operation,
                token => page(MaxResult ?? LargestPage, token),
                response => IsSinglePage ? null : read(response).Next,
                NextToken),
            response => selection is null ? read(response).Items : selection(response));
    }

    /// <summary>Replaces names and patterns with the ARNs of matching resources.</summary>
    /// <param name="values">ARNs, names and patterns.</param>
    /// <param name="operation">The list operation.</param>
    /// <param name="page">Creates the request for a page. The arguments are the name (null for a pattern) and the token.</param>
    /// <param name="read">Returns the resources on a page and the token of the next page.</param>
    private protected IEnumerable<string> ArnsOf<TRequest, TResponse>(
        IEnumerable<string> values,
        Operation<TRequest, TResponse> operation,
        Func<string?, string?, TRequest> page,
        Func<TResponse, (IEnumerable<IvsResource>? Items, string? Next)> read)
        where TRequest : class
        where TResponse : class
    {
        foreach (var value in values)
        {
            if (!ResourceName.IsName(value))
            {
                yield return value;
                continue;
            }
            foreach (var arn in Find(new ResourceName(value), value, operation, page, read))
                yield return arn;
        }
    }

    private List<string> Find<TRequest, TResponse>(
        ResourceName name,
        string target,
        Operation<TRequest, TResponse> operation,
        Func<string?, string?, TRequest> page,
        Func<TResponse, (IEnumerable<IvsResource>? Items, string? Next)> read)
        where TRequest : class
        where TResponse : class
    {
        var found = new List<string>();
        Start(target, null, async (context, stop) =>
        {
            var pages = Paging.PagesAsync(
                context, operation, token => page(name.Exact, token), response => read(response).Next, cancellationToken: stop);
            await foreach (var response in pages.ConfigureAwait(false))
                found.AddRange((read(response).Items ?? []).Where(item => name.IsMatch(item.Name)).Select(item => item.Arn));
            return found.Count > 0 || name.HasWildcards
                ? []
                : [new PipelineRecord.Error(ErrorRecords.NoSuchName(target, MyInvocation.MyCommand.Name))];
        });
        Drain();
        return found;
    }
}
