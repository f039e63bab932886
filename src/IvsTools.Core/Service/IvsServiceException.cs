using System.Net;

namespace IvsTools.Service;

/// <summary>A call that failed. The message is one sentence for a person and never holds a secret.</summary>
public sealed class IvsServiceException(string errorCode, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The service's own code, such as ConflictException, or one of <see cref="IvsErrorCode"/>.</summary>
    public string ErrorCode { get; } = errorCode;

    /// <summary>The HTTP status; null if there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>What AWS Support asks for; null if there was no answer.</summary>
    public string? RequestId { get; init; }

    /// <summary>The API operation; null if the error came before any.</summary>
    public string? Operation { get; init; }
}
