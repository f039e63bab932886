namespace IvsTools.Emulator;

/// <summary>A request that has its answer.</summary>
/// <param name="request">The request.</param>
/// <param name="errorCode">The error's code; null for a success.</param>
/// <param name="taken">From the first byte of the request to the answer.</param>
public sealed class AnsweredEventArgs(RecordedRequest request, string? errorCode, TimeSpan taken) : EventArgs
{
    /// <summary>The request.</summary>
    public RecordedRequest Request { get; } = request;

    /// <summary>The error's code; null for a success.</summary>
    public string? ErrorCode { get; } = errorCode;

    /// <summary>From the first byte of the request to the answer.</summary>
    public TimeSpan Taken { get; } = taken;
}
