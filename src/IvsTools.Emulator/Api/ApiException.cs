using IvsTools.Service;

namespace IvsTools.Emulator.Api;

/// <summary>An error response.</summary>
internal sealed class ApiException(string code, string message, int? status = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>The specified status, or the status of the code in the API model or in the common errors of AWS.</summary>
    public int Status { get; } = status ?? ApiModel.StatusOf(code);

    public static ApiException Validation(string message) => new("ValidationException", message);

    public static ApiException NotFound(string arn) => new("ResourceNotFoundException", $"Resource: {arn} not found");
}
