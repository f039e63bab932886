using System.Text;
using IvsTools.Service;
using IvsTools.Service.Aws;
using Response = IvsTools.Core.Tests.Service.AwsJsonServer.Response;

namespace IvsTools.Core.Tests.Service;

public sealed class StoredParameterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SecureString", true)]
    [InlineData("String", false)]
    public async Task A_parameter_is_read_and_decrypted(string type, bool isEncrypted)
    {
        using var server = new AwsJsonServer(_ => Response.Ok(new { Parameter = new { Name = "/ivs/key", Type = type, Value = "Zoë" } }));
        var (content, encrypted) = await StoredParameter.ReadAsync(server.Settings, "/ivs/key", null, Stop);
        Assert.Equal(("Zoë", isEncrypted), (Encoding.UTF8.GetString(content), encrypted));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("GetParameter", "/ivs/key", "True"), (request.Operation, request["Name"], request["WithDecryption"]));
    }

    [Theory]
    [InlineData("ParameterNotFound")]
    [InlineData("AccessDeniedException")]
    [InlineData("InvalidKeyId")]
    public async Task A_rejected_read_causes_an_error_with_the_error_code_of_the_service(string code)
    {
        using var server = new AwsJsonServer(_ => Response.Error(code, "No."));
        var error = await RejectedAsync(server);
        Assert.Equal((code, "ssm", "GetParameter"), (error.ErrorCode, error.Service, error.Operation));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Parameter":{}}""")]
    public async Task A_response_without_a_value_causes_an_error(string body)
    {
        using var server = new AwsJsonServer(_ => new Response(200, body));
        var error = await RejectedAsync(server);
        Assert.Equal(IvsErrorCode.InvalidResponse, error.ErrorCode);
    }

    private static Task<IvsServiceException> RejectedAsync(AwsJsonServer server) =>
        Assert.ThrowsAsync<IvsServiceException>(() => StoredParameter.ReadAsync(server.Settings, "/ivs/key", null, Stop));
}
