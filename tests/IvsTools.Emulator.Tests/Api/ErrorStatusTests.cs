using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Tests.Api;

public class ErrorStatusTests
{
    [Fact]
    public void An_error_with_an_unknown_code_cannot_be_returned() =>
        Assert.Throws<ArgumentException>(() => new ApiException("ConflictExeption", "message"));

    [Fact]
    public void Each_error_of_an_operation_has_a_status()
    {
        var codes = ApiData.Operations
            .SelectMany(operation => operation.Value!["errors"]!.AsArray())
            .Select(code => code!.GetValue<string>());
        Assert.All(codes, code => Assert.InRange(ErrorStatus.Of(code), 400, 599));
    }

    [Fact]
    public void Each_common_error_has_a_status()
    {
        var codes = typeof(CommonErrorCode).GetFields().Select(field => (string)field.GetValue(null)!).ToList();
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.InRange(ErrorStatus.Of(code), 400, 599));
    }
}
