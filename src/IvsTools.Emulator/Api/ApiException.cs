namespace IvsTools.Emulator.Api;

/// <summary>An answer other than success.</summary>
internal sealed class ApiException(string code, string message, int? status = null) : Exception(message)
{
    public string Code { get; } = code;

    /// <summary>Given, or the one that the API or AWS's common errors have for the code.</summary>
    public int Status { get; } = status ?? ApiModel.StatusOf(code);

    public static ApiException Validation(string message) => new("ValidationException", message);

    public static ApiException NotFound(string arn) => new("ResourceNotFoundException", $"Resource: {arn} not found");
}
