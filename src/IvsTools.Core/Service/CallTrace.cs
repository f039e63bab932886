using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>What there is to tell about one call that was answered or given up.</summary>
/// <param name="Operation">The API operation.</param>
/// <param name="Region">The Region that the call was signed for.</param>
/// <param name="Endpoint">The host that was asked.</param>
/// <param name="RequestId">The service's id for the call; null without an answer.</param>
/// <param name="Attempts">1, and one more for each retry.</param>
/// <param name="Duration">From the first attempt to the end, the wait for the service's rate left out.</param>
public sealed record CallTrace(string Operation, string? Region, string? Endpoint, string? RequestId, int Attempts, TimeSpan Duration)
{
    /// <summary>One line for a verbose stream.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Operation} in {Region} at {Endpoint}: request {SafeText.Line(RequestId ?? "unanswered")}, {Duration.TotalMilliseconds:0} ms")
        + (Attempts > 1 ? FormattableString.Invariant($", {Attempts} attempts") : string.Empty);
}
