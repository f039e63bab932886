using IvsTools.Service;

namespace IvsTools.Emulator.Api;

/// <summary>An error response.</summary>
internal sealed class ApiException(string code, string message, int? status = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>The HTTP status. By default, the API model or the list of common AWS errors determines the status.</summary>
    public int Status { get; } = status ?? ApiModel.StatusOf(code);

    public static ApiException Validation(string message) => new("ValidationException", message);

    public static ApiException NotFound(string arn) => new("ResourceNotFoundException", $"Resource: {arn} not found");
}
