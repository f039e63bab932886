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

    /// <summary>Writes the resources of a list.</summary>
    private protected void WritePages<TRequest, TResponse>(ResourceList<TRequest, TResponse> list)
        where TRequest : class
        where TResponse : class =>
        WritePages(list.Operation, (size, next) => list.Request(null, size, next), page => list.Read(page));

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
        WriteEach(
            arn,
            arn,
            context => Paging.PagesAsync(
                context,
                operation,
                token => page(MaxResult ?? ResourceLists.LargestPage, token),
                response => IsSinglePage ? null : read(response).Next,
                NextToken),
            response => selection is null ? read(response).Items : selection(response));
    }

    /// <summary>Writes items one by one. An item is requested only after the previous item has been written.</summary>
    /// <param name="target">The target object of error records.</param>
    /// <param name="arn">The ARN that determines the Region, or null.</param>
    /// <param name="items">Returns the items. The enumerator is not disposed, so it must not own resources.</param>
    /// <param name="output">Returns the output for an item.</param>
    private protected void WriteEach<T>(object? target, string? arn, Func<CallContext, IAsyncEnumerable<T>> items, Func<T, object?> output)
    {
        Input.Warn();
        if (Connect(arn, target) is not { } context)
            return;
        IAsyncEnumerator<T>? enumerator = null;
        bool hasMore;
        do
        {
            hasMore = false;
            Start(new PipelineInput(target, context), async stop =>
            {
                enumerator ??= items(context).GetAsyncEnumerator(stop);
                hasMore = await enumerator.MoveNextAsync().ConfigureAwait(false);
                return PipelineRecord.Outputs(hasMore ? output(enumerator.Current) : null);
            });
            Drain();
        }
        while (hasMore);
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
