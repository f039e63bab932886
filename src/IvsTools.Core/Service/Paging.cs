using System.Runtime.CompilerServices;

namespace IvsTools.Service;

/// <summary>Lists, page by page: a page is asked for when the one before it has been taken.</summary>
public static class Paging
{
    /// <summary>The pages of a list.</summary>
    /// <param name="session">Where the calls are made.</param>
    /// <param name="operation">The operation that lists.</param>
    /// <param name="request">The request for a page by its token; null is the first.</param>
    /// <param name="next">The token of the next page; null or empty after the last.</param>
    /// <param name="token">The page to begin with.</param>
    /// <param name="cancellationToken">Ends the call under way.</param>
    /// <exception cref="IvsServiceException">InvalidResponse for a token that came before, or what the service said.</exception>
    public static async IAsyncEnumerable<TResponse> PagesAsync<TRequest, TResponse>(
        IvsSession session,
        Operation<TRequest, TResponse> operation,
        Func<string?, TRequest> request,
        Func<TResponse, string?> next,
        string? token = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TRequest : class
        where TResponse : class
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(next);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            if (token is not null && !seen.Add(token))
                throw new IvsServiceException(IvsErrorCode.InvalidResponse, $"{operation.Name} returned the same page token twice. The list would never end.") { Operation = operation.Name };
            var page = await session.SendAsync(operation, request(token), cancellationToken).ConfigureAwait(false);
            yield return page;
            token = next(page);
        }
        while (!string.IsNullOrEmpty(token));
    }
}
