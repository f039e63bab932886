using System.Runtime.CompilerServices;

namespace IvsTools.Service;

/// <summary>A list operation, its request, and its response.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Request">Creates the request for a page. The arguments are the name to filter by, the page size and the page token.</param>
/// <param name="Read">Returns the resources on a page and the token of the next page.</param>
internal sealed record ResourceList<TRequest, TResponse>(
    Operation<TRequest, TResponse> Operation,
    Func<string?, int, string?, TRequest> Request,
    Func<TResponse, (IReadOnlyList<IvsResource> Items, string? Next)> Read) : IResourceList
    where TRequest : class
    where TResponse : class
{
    public async Task<IReadOnlyList<IvsResource>> FirstPageAsync(IvsClient client, CancellationToken cancellationToken)
    {
        var page = client.SendAsync(Operation, Request(null, ResourceLists.LargestPage, null), trace: null, cancellationToken);
        return Read(await page.ConfigureAwait(false)).Items;
    }

    public async IAsyncEnumerable<IvsResource> AllAsync(
        CallContext context, string? name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = Paging.PagesAsync(
            context,
            Operation,
            token => Request(name, ResourceLists.LargestPage, token),
            page => Read(page).Next,
            cancellationToken: cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var resource in Read(page).Items)
                yield return resource;
        }
    }
}
