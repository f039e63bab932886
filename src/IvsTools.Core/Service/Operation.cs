using System.Net;

namespace IvsTools.Service;

/// <summary>An API operation with its name, rate limit and HTTP mapping.</summary>
/// <param name="Name">The name in the API. Except for tag operations, the name is also the path.</param>
/// <param name="RequestsPerSecond">The fixed rate limit of the service for one account in one Region.</param>
internal sealed record Operation<TRequest, TResponse>(string Name, double RequestsPerSecond)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The HTTP method, which is POST for all operations except tag operations.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Describes what a request may have changed, such as "A channel named 'a' may have been created".</summary>
    /// <remarks>
    /// Only operations that are not idempotent have this text. Such an operation is repeated only if the first
    /// request cannot have been performed.
    /// </remarks>
    public Func<TRequest, string>? MayLeave { get; init; }

    /// <summary>The error code that a retry returns if an earlier attempt succeeded. The value is null if there is no such code.</summary>
    public string? AlreadyDone { get; init; }

    /// <summary>The status of a successful response: 200 with an object, or 204 without a body.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>The additional rate limit for each resource, and the function that returns the resource of a request.</summary>
    public (double RequestsPerSecond, Func<TRequest, string> Resource)? PerResource { get; init; }

    /// <summary>The function that returns the ARN in the path <c>/tags/{resourceArn}</c>. Only tag operations use this function.</summary>
    public Func<TRequest, string>? ResourceArn { get; init; }

    /// <summary>The function that returns the tag keys for the query. Only UntagResource uses this function.</summary>
    public Func<TRequest, IReadOnlyList<string>>? TagKeys { get; init; }
}
