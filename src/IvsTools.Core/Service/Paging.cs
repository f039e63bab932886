using System.Runtime.CompilerServices;

namespace IvsTools.Service;

/// <summary>Reads lists page by page. Each page is requested only after the caller has read the previous page.</summary>
internal static class Paging
{
    /// <summary>Returns the pages of a list.</summary>
    /// <param name="context">The context of the calls.</param>
    /// <param name="operation">The list operation.</param>
    /// <param name="request">Creates the request for a page. The argument is the page token, which is null for the first page.</param>
    /// <param name="next">Returns the token of the next page. The token is null or empty after the last page.</param>
    /// <param name="token">The token of the first page to read, or null.</param>
    /// <param name="cancellationToken">Cancels the running call.</param>
    /// <exception cref="IvsServiceException">
    /// The service returned the same token twice (InvalidResponse), or it returned an error.
    /// </exception>
    public static async IAsyncEnumerable<TResponse> PagesAsync<TRequest, TResponse>(
        CallContext context,
        Operation<TRequest, TResponse> operation,
        Func<string?, TRequest> request,
        Func<TResponse, string?> next,
        string? token = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TRequest : class
        where TResponse : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            if (token is not null && !seen.Add(token))
            {
                throw new IvsServiceException(
                    IvsErrorCode.InvalidResponse,
                    $"{operation.Name} returned the same page token twice, so the list would never end.")
                {
                    Operation = operation.Name,
                };
            }
            var page = await context.SendAsync(operation, request(token), cancellationToken).ConfigureAwait(false);
            yield return page;
            token = next(page);
        }
        while (!string.IsNullOrEmpty(token));
    }
}
