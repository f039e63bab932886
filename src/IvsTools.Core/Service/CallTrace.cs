using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Information about one completed or failed call.</summary>
/// <param name="Operation">The API operation.</param>
/// <param name="Region">The Region that the call was signed for.</param>
/// <param name="Endpoint">The host of the endpoint.</param>
/// <param name="RequestId">The request ID of the service. Null if there was no response.</param>
/// <param name="Attempts">1 plus the number of retries.</param>
/// <param name="Duration">The time from the first attempt to the end, without the wait for the rate limit.</param>
public sealed record CallTrace(string Operation, string? Region, string? Endpoint, string? RequestId, int Attempts, TimeSpan Duration)
{
    /// <summary>The result that the call has or may have left, if only its response shows the result. Otherwise null.</summary>
    public string? MayLeave { get; init; }

    /// <summary>One line for the verbose stream.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Operation} in {Region} at {Endpoint}: request {SafeText.Line(RequestId ?? "unanswered")}, {Duration.TotalMilliseconds:0} ms")
        + (Attempts > 1 ? FormattableString.Invariant($", {Attempts} attempts") : string.Empty);
}
