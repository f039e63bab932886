using IvsTools.Service;

namespace IvsTools.Emulator.Api;

/// <summary>An error response.</summary>
internal sealed class ApiException(string code, string message, int? status = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>The HTTP status. By default, the error code determines the status.</summary>
    public int Status { get; } = status ?? ErrorStatus.Of(code);

    public static ApiException Validation(string message) => new(ApiErrorCode.ValidationException, message);

    public static ApiException NotFound(string arn) => new(ApiErrorCode.ResourceNotFoundException, $"Resource: {arn} not found");
}
