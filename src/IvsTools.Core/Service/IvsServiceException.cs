using System.Net;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>A call that failed. The message is one sentence for a person and never holds a secret.</summary>
public sealed class IvsServiceException(string errorCode, string message, Exception? innerException = null)
    : Exception(SafeText.Line(message), CauseException.Of(innerException))
{
    /// <summary>The service's own code, such as ConflictException, or one of <see cref="IvsErrorCode"/>.</summary>
    public string ErrorCode { get; } = errorCode;

    /// <summary>The HTTP status; null if there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>What AWS Support asks for; null if there was no answer.</summary>
    public string? RequestId { get => field; init => field = value is null ? null : SafeText.Line(value.Length <= 100 ? value : value[..100]); }

    /// <summary>True if the request may have been carried out although it failed: it was sent, and its answer was lost or is not to be believed.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The API operation; null if the error came before any.</summary>
    public string? Operation { get; init; }
}
