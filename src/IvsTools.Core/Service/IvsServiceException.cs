using System.Net;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Reports that a call failed. The message never contains a secret.</summary>
public sealed class IvsServiceException(string errorCode, string message, Exception? innerException = null)
    : Exception(SafeText.Line(message), CauseException.Of(innerException))
{
    /// <summary>The error code of the service, such as ConflictException, or a constant of <see cref="IvsErrorCode"/>.</summary>
    public string ErrorCode { get; } = errorCode;

    /// <summary>The HTTP status. The value is null if there was no response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The request ID, which AWS Support needs. The value is null if there was no response.</summary>
    public string? RequestId
    {
        get => field;
        init => field = value is null ? null : SafeText.Line(value.Length <= 100 ? value : value[..100]);
    }

    /// <summary>Indicates whether the service may have performed the request, although the call failed.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The prefix of the service in IAM permissions.</summary>
    public string Service { get; init; } = "ivs";

    /// <summary>The recommended action for this failure. If the value is null, the general action for the error code applies.</summary>
    public string? RecommendedAction { get => field; init => field = value is null ? null : SafeText.Line(value); }

    /// <summary>The API operation. The value is null if the error occurred before a call.</summary>
    public string? Operation { get; init; }
}
