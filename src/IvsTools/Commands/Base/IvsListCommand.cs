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

    /// <summary>The maximum number of objects per page. The default is the service's maximum.</summary>
    [Parameter(ParameterSetName = List)]
    [Alias("MaxResults", "MaxItems")]
    [WholeNumberTransformation(typeof(int), 1, ResourceLists.LargestPage)]
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

    private protected bool WantsPages => Select is not null || IsPaged;

    // A script that requests the pages one by one specifies -NextToken $null for the first page.
    private bool IsSinglePage => NoAutoIteration || MyInvocation.BoundParameters.ContainsKey(nameof(NextToken));

    /// <summary>Writes the summaries of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="arn">The ARN that determines the Region. The ARN is also the target object of error records.</param>
    private protected void WritePages<TRequest, TResponse>(ResourceList<TRequest, TResponse> list, string? arn = null)
        where TRequest : class
        where TResponse : class =>
        WritePages(list.Operation, (size, next) => list.Request(null, size, next), page => list.Read(page), arn);

    /// <summary>Writes the objects of a list.</summary>
    /// <param name="operation">The list operation.</param>
    /// <param name="page">Creates the request for a page. The arguments are the page size and the token.</param>
    /// <param name="read">Returns the objects on a page and the token of the next page.</param>
    /// <param name="arn">The ARN that determines the Region. The ARN is also the target object of error records.</param>
    private protected void WritePages<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        Func<int, string?, TRequest> page,
        Func<TResponse, (IEnumerable<object>? Items, string? Next)> read,
        string? arn = null)
        where TRequest : class
        where TResponse : class
    {
        var selection = Selection.Of<TResponse>(this, Select, arn);
        var pages = Each(arn, context => Paging.PagesAsync(
            context,
            operation,
            token => page(MaxResult ?? ResourceLists.LargestPage, token),
            response => IsSinglePage ? null : read(response).Next,
            NextToken));
        foreach (var (_, response) in pages)
        {
            foreach (var record in PipelineRecord.Outputs(selection is null ? read(response).Items : selection(response)))
                record.Write(CommandRuntime);
        }
    }

    /// <summary>Writes the complete resource for each summary of a list. If a resource cannot be read, only an error is written.</summary>
    /// <param name="list">The list.</param>
    /// <param name="operation">The operation that gets a resource.</param>
    /// <param name="request">Creates the request for an ARN.</param>
    /// <param name="output">Returns the resource in a response.</param>
    /// <param name="arn">The ARN that determines the Region. The ARN is also the target object of an error record for the list.</param>
    private protected void WriteResources<TRequest, TResponse>(
        IResourceList list,
        Operation<TRequest, TResponse> operation,
        Func<string, TRequest> request,
        Func<TResponse, object?> output,
        string? arn = null)
        where TRequest : class
        where TResponse : class
    {
        foreach (var (context, summary) in Each(arn, context => list.AllAsync(context, name: null, StopToken)))
        {
            Start(new PipelineInput(summary.Arn, context), async stop =>
                PipelineRecord.Outputs(output(await context.SendAsync(operation, request(summary.Arn), stop).ConfigureAwait(false))));
            Drain();
        }
    }

    /// <summary>Returns items one by one. A page is requested only when the caller needs the next item.</summary>
    /// <param name="arn">The ARN that determines the Region. The ARN is also the target object of error records.</param>
    /// <param name="items">Returns the items. The enumerator is not disposed, so it must not own resources.</param>
    private IEnumerable<(CallContext Context, T Item)> Each<T>(string? arn, Func<CallContext, IAsyncEnumerable<T>> items)
    {
        Input.Warn();
        if (Connect(arn, arn) is not { } context)
            yield break;
        IAsyncEnumerator<T>? enumerator = null;
        while (true)
        {
            var hasMore = false;
            Start(new PipelineInput(arn, context, arn), async stop =>
            {
                enumerator ??= items(context).GetAsyncEnumerator(stop);
                hasMore = await enumerator.MoveNextAsync().ConfigureAwait(false);
                return [];
            });
            Drain();
            if (!hasMore)
                yield break;
            yield return (context, enumerator!.Current);
        }
    }

    /// <summary>Replaces names and patterns with the ARNs of matching resources.</summary>
    private protected IEnumerable<string> ArnsOf(IEnumerable<string> values, IResourceList list)
    {
        foreach (var value in values)
        {
            if (!ResourceName.IsName(value))
            {
                yield return value;
                continue;
            }
            foreach (var arn in Find(new ResourceName(value), value, list))
                yield return arn;
        }
    }

    private List<string> Find(ResourceName name, string target, IResourceList list)
    {
        var found = new List<string>();
        Start(target, null, async (context, stop) =>
        {
            await foreach (var resource in list.AllAsync(context, name.Exact, stop).ConfigureAwait(false))
            {
                if (name.IsMatch(resource.Name))
                    found.Add(resource.Arn);
            }
            return found.Count > 0 || name.HasWildcards
                ? []
                : [new PipelineRecord.Error(ErrorRecords.NoSuchName(target, MyInvocation.MyCommand.Name))];
        });
        Drain();
        return found;
    }
}
