using System.Net;

namespace IvsTools.Service;

/// <summary>One operation of the API: its name, its rate limit, and its HTTP mapping.</summary>
/// <param name="Name">The name in the API, which is also the path, except for the tag operations.</param>
/// <param name="RequestsPerSecond">The fixed rate limit of the service per account and Region.</param>
public sealed record Operation<TRequest, TResponse>(string Name, double RequestsPerSecond)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The HTTP method. POST for all operations except tags.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>
    /// For an operation that is not idempotent: the possible result if the response to the first request is lost,
    /// such as "A channel named 'a' may have been created". The request is repeated only if the first cannot have been performed.
    /// </summary>
    public Func<TRequest, string>? MayLeave { get; init; }

    /// <summary>The error that shows that an earlier request of a repeated operation succeeded. Null for other operations.</summary>
    public string? AlreadyDone { get; init; }

    /// <summary>The status of a successful response: 200 with an object, or 204 without a body.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>For operations with an additional rate limit per resource: the limit, and the resource of a request.</summary>
    public (double RequestsPerSecond, Func<TRequest, string> Resource)? PerResource { get; init; }

    /// <summary>For the tag operations, the ARN in the path <c>/tags/{resourceArn}</c>.</summary>
    public Func<TRequest, string>? ResourceArn { get; init; }

    /// <summary>For UntagResource, the keys in the query.</summary>
    public Func<TRequest, IReadOnlyList<string>>? TagKeys { get; init; }
}
