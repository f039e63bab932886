namespace IvsTools.Emulator.Tests.Api;

/// <summary>
/// Compares the emulator with the API data over HTTP. The tests include every operation, limit, enum value, pattern and error.
/// </summary>
public sealed class ConformanceTests : IDisposable
{
    private const string Rejection = "1 validation error detected: Value at ";
    private readonly EmulatorServer _emulator = EmulatorServer.Start();
    private readonly SignedClient _client;

    public ConformanceTests() => _client = new SignedClient(_emulator);

    public static TheoryData<string> OperationNames => new(ApiData.OperationNames);

    public void Dispose()
    {
        _client.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task The_response_to_a_valid_request_has_the_status_code_and_the_members_that_the_API_defines(string operation)
    {
        var scene = await Scene.SetAsync(_emulator, _client);
        var (status, error, body) = await _client.CallAsync(operation, scene[operation]);
        Assert.Null(error);
        Assert.Equal(ApiData.Operation(operation)["status"]!.GetValue<int>(), (int)status);
        var response = ApiData.Operation(operation)["response"]?.GetValue<string>();
        Assert.Empty(response is null ? body.Select(member => member.Key) : Fit.Faults(body, response));
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Every_limit_and_enum_and_pattern_of_every_member_is_validated(string operation)
    {
        foreach (var variant in Variant.Of(ApiClient.Request(operation), string.Empty))
        {
            var request = variant.Value!.AsObject();
            if (!ApiClient.CanTravel(operation, request))
                continue;
            var (status, error, body) = await _client.CallAsync(operation, request);
            var message = body["exceptionMessage"]?.GetValue<string>() ?? string.Empty;
            var because = $"{request.ToJsonString()} got {(int)status} {error} {message}";
            if (variant.BadPath is { } path)
            {
                Assert.True(
                    error == "ValidationException" && message.StartsWith($"{Rejection}'{path}'", StringComparison.Ordinal),
                    $"{path} must be rejected: {because}");
            }
            else
            {
                Assert.False(message.StartsWith(Rejection, StringComparison.Ordinal), $"must be accepted: {because}");
            }
        }
    }

    [Fact]
    public void The_API_data_has_enough_limits_to_test() =>
        Assert.InRange(
            ApiData.OperationNames.Sum(
                operation => Variant.Of(ApiClient.Request(operation), string.Empty).Count(variant => variant.BadPath is not null)),
            290,
            int.MaxValue);

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task A_fault_can_return_every_error_of_its_operation(string operation)
    {
        foreach (var code in ApiData.Operation(operation)["errors"]!.AsArray().Select(e => e!.GetValue<string>()))
        {
            _emulator.Faults.Fail(operation, code);
            var (status, error, body) = await _client.CallAsync(operation, Variant.Sample(ApiClient.Request(operation)).AsObject());
            Assert.Equal((ApiData.Errors[code]!.GetValue<int>(), code), ((int)status, error));
            Assert.NotEmpty(body["exceptionMessage"]!.GetValue<string>());
        }
    }
}
