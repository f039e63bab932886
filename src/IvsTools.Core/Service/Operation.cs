using System.Net;

namespace IvsTools.Service;

/// <summary>One operation of the API: its name, its own rate, and how it travels.</summary>
/// <param name="Name">As the API spells it; also the path, for all but the tag operations.</param>
/// <param name="RequestsPerSecond">The service's fixed rate per account and Region.</param>
public sealed record Operation<TRequest, TResponse>(string Name, double RequestsPerSecond)
    where TRequest : class
    where TResponse : class
{
    /// <summary>The HTTP method; everything but tags is POST.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>
    /// For an operation of which a second request does something again: what may be there if the answer to the first is lost,
    /// such as "A channel named 'a' may have been created". It is repeated only where the first cannot have been carried out.
    /// </summary>
    public Func<TRequest, string>? MayLeave { get; init; }

    /// <summary>The refusal that says that an earlier request had done it already, for one that is repeated; null for none.</summary>
    public string? AlreadyDone { get; init; }

    /// <summary>The status of a success: 200 with an object, or 204 with nothing.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>For operations whose rate is bounded for one resource too: that rate, and which resource a request is for.</summary>
    public (double RequestsPerSecond, Func<TRequest, string> Resource)? PerResource { get; init; }

    /// <summary>For the tag operations, the ARN that goes into the path <c>/tags/{resourceArn}</c>.</summary>
    public Func<TRequest, string>? ResourceArn { get; init; }

    /// <summary>For UntagResource, the keys that go into the query.</summary>
    public Func<TRequest, IReadOnlyList<string>>? TagKeys { get; init; }
}
