using System.Security.Cryptography;
using IvsTools.Core.Tests.Tokens;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Service.Aws;
using Response = IvsTools.Core.Tests.Service.AwsJsonServer.Response;

namespace IvsTools.Core.Tests.Service;

/// <summary>Creates keys in a simulated AWS KMS, and checks the requests.</summary>
public sealed class KmsKeyCreationTests : IDisposable
{
    private const string Id = "1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Arn = "arn:aws:kms:us-west-2:111122223333:key/" + Id;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_signing_key_is_created_with_its_alias_and_tags()
    {
        using var server = new AwsJsonServer(Respond);
        var tags = new Dictionary<string, string> { ["team"] = "live" };
        var key = await KmsKeyCreation.CreateAsync(server.Settings, "prod", tags, null, Stop);
        Assert.Equivalent(new PlaybackKmsKey("prod", Arn, "alias/prod", Jwt.PublicOf(_key).Fingerprint), key);
        Assert.Equal(["CreateKey", "CreateAlias", "GetPublicKey"], server.Requests.Select(request => request.Operation));
        var create = server.Requests[0];
        Assert.Equal(("ECC_NIST_P384", "SIGN_VERIFY"), (create["KeySpec"], create["KeyUsage"]));
        Assert.Equal("""[{"TagKey":"team","TagValue":"live"}]""", create["Tags"]);
        Assert.Equal(("alias/prod", Arn), (server.Requests[1]["AliasName"], server.Requests[1]["TargetKeyId"]));
    }

    [Theory]
    [InlineData("CreateAlias", "AlreadyExistsException")]
    [InlineData("CreateAlias", "AccessDeniedException")]
    [InlineData("GetPublicKey", "AccessDeniedException")]
    public async Task A_key_that_cannot_be_used_is_deleted(string failing, string code)
    {
        using var server = new AwsJsonServer(request => request.Operation == failing ? Response.Error(code, "No.") : Respond(request));
        var error = await RejectedAsync(server);
        Assert.Equal((code, failing, "kms"), (error.ErrorCode, error.Operation, error.Service));
        Assert.EndsWith($"The deletion of the new key {Arn} was scheduled.", error.Message, StringComparison.Ordinal);
        var last = server.Requests[^1];
        Assert.Equal(("ScheduleKeyDeletion", Id, "7"), (last.Operation, last["KeyId"], last["PendingWindowInDays"]));
    }

    [Theory]
    [InlineData("ECC_NIST_P256", null, KeyErrorId.WrongCurve)]
    [InlineData("ECC_NIST_P384", "MAA=", KeyErrorId.InvalidKey)]
    public async Task A_key_whose_public_key_is_not_usable_is_deleted(string spec, string? spki, string errorId)
    {
        using var server = new AwsJsonServer(request => request.Operation != "GetPublicKey" ? Respond(request) : Response.Ok(new
        {
            KeyId = Arn,
            PublicKey = spki ?? Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()),
            KeySpec = spec,
            KeyUsage = "SIGN_VERIFY",
        }));
        var error = await Assert.ThrowsAsync<KeyException>(() => KmsKeyCreation.CreateAsync(server.Settings, "prod", null, null, Stop));
        Assert.Equal(errorId, error.ErrorId);
        Assert.EndsWith($"The deletion of the new key {Arn} was scheduled.", error.Message, StringComparison.Ordinal);
        Assert.Equal(("ScheduleKeyDeletion", Id), (server.Requests[^1].Operation, server.Requests[^1]["KeyId"]));
    }

    [Fact]
    public async Task The_error_identifies_a_key_that_cannot_be_deleted()
    {
        using var server = new AwsJsonServer(request =>
            request.Operation == "CreateKey" ? Respond(request) : Response.Error("AccessDeniedException", "No."));
        var error = await RejectedAsync(server);
        Assert.EndsWith($"The new key {Arn} exists and was not deleted.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_alias_is_created_even_if_the_call_is_canceled_during_the_creation_of_the_key()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var server = new AwsJsonServer(request =>
        {
            if (request.Operation == "CreateKey")
                stop.Cancel();
            return Respond(request);
        });
        var key = await KmsKeyCreation.CreateAsync(server.Settings, "prod", null, null, stop.Token);
        Assert.Equal("alias/prod", key.Alias);
        Assert.Equal(["CreateKey", "CreateAlias", "GetPublicKey"], server.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task A_canceled_creation_is_not_repeated()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var server = new AwsJsonServer(_ =>
        {
            stop.Cancel();
            return Response.Error("ThrottlingException", "Rate exceeded");
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => KmsKeyCreation.CreateAsync(server.Settings, "prod", null, null, stop.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_creation_is_not_repeated_if_its_result_is_unknown()
    {
        using var server = new AwsJsonServer(_ => new Response(500, "{}"));
        var error = await RejectedAsync(server);
        Assert.True(error.IsUncertain);
        Assert.Contains("A key may have been created", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_response_without_a_key_causes_an_error()
    {
        using var server = new AwsJsonServer(_ => new Response(200, "{}"));
        var error = await RejectedAsync(server);
        Assert.Equal(IvsErrorCode.InvalidResponse, error.ErrorCode);
    }

    private static Task<IvsServiceException> RejectedAsync(AwsJsonServer server) =>
        Assert.ThrowsAsync<IvsServiceException>(() => KmsKeyCreation.CreateAsync(server.Settings, "prod", null, null, Stop));

    private Response Respond(AwsJsonServer.Request request) => request.Operation switch
    {
        "CreateKey" => Response.Ok(new { KeyMetadata = new { KeyId = Id, Arn } }),
        "GetPublicKey" => Response.Ok(new
        {
            KeyId = Arn,
            PublicKey = _key.ExportSubjectPublicKeyInfo(),
            KeySpec = "ECC_NIST_P384",
            KeyUsage = "SIGN_VERIFY",
        }),
        _ => Response.Ok(new { }),
    };
}
