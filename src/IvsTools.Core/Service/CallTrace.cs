using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Information about one completed or failed call.</summary>
/// <param name="Operation">The API operation.</param>
/// <param name="Region">The Region in the signature.</param>
/// <param name="Endpoint">The URL of the endpoint.</param>
/// <param name="RequestId">The request ID of the service. The value is null if no request ID was received.</param>
/// <param name="Attempts">The number of attempts, which is 1 if there were no retries.</param>
/// <param name="Duration">The time from the first attempt to the end, without the wait for the rate limit.</param>
internal sealed record CallTrace(string Operation, string? Region, string? Endpoint, string? RequestId, int Attempts, TimeSpan Duration)
{
    /// <summary>Describes what the call may have changed, such as "A channel named 'a' may have been created".</summary>
    /// <remarks>The value is null if the call changed nothing or the operation is idempotent.</remarks>
    public string? MayLeave { get; init; }

    /// <summary>Returns a line for the verbose stream.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Operation} in {Region} at {Endpoint}: {Request}, {Duration.TotalMilliseconds:0} ms")
        + (Attempts > 1 ? FormattableString.Invariant($", {Attempts} attempts") : string.Empty);

    private string Request => RequestId is null ? "no request ID" : $"request {SafeText.Line(RequestId)}";
}
