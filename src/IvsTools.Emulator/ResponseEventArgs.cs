namespace IvsTools.Emulator;

/// <summary>Provides the data of <see cref="EmulatorEndpoint.Responded"/>.</summary>
/// <param name="request">The request.</param>
/// <param name="errorCode">The error code. Null if the request succeeded.</param>
/// <param name="taken">The time from the first byte of the request to the response.</param>
internal sealed class ResponseEventArgs(RecordedRequest request, string? errorCode, TimeSpan taken) : EventArgs
{
    /// <summary>The request.</summary>
    public RecordedRequest Request { get; } = request;

    /// <summary>The error code. Null if the request succeeded.</summary>
    public string? ErrorCode { get; } = errorCode;

    /// <summary>The time from the first byte of the request to the response.</summary>
    public TimeSpan Taken { get; } = taken;
}
