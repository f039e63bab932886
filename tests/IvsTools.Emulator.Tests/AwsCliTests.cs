using System.Security.Cryptography;

namespace IvsTools.Emulator.Tests;

public sealed class AwsCliTests : AwsCliTest
{
    [Fact]
    public async Task The_AWS_CLI_imports_and_lists_and_deletes_playback_key_pairs()
    {
        var pem = PublicPem(ECCurve.NamedCurves.nistP384);
        var imported = await GoodAsync(
            "import-playback-key-pair", "--name", "prod", "--public-key-material", pem, "--tags", "env=prod");
        var pair = imported["keyPair"]!;
        var arn = Text(pair, "arn");
        Assert.Equal(Text(pair, "fingerprint"), Text((await GoodAsync("get-playback-key-pair", "--arn", arn))["keyPair"]!, "fingerprint"));
        var listed = Assert.Single((await GoodAsync("list-playback-key-pairs"))["keyPairs"]!.AsArray())!;
        Assert.Equal("prod", Text(listed, "name"));
        Assert.Null(listed["fingerprint"]);
        await RejectedAsync("ConflictException", "import-playback-key-pair", "--public-key-material", pem);
        await RejectedAsync(
            "ValidationException", "import-playback-key-pair", "--public-key-material", PublicPem(ECCurve.NamedCurves.nistP256));
        await RejectedAsync("ValidationException", "import-playback-key-pair", "--name", "a.b", "--public-key-material", pem);
        for (var i = 0; i < 2; i++)
            await GoodAsync("import-playback-key-pair", "--public-key-material", PublicPem(ECCurve.NamedCurves.nistP384));
        await RejectedAsync(
            "ServiceQuotaExceededException", "import-playback-key-pair", "--public-key-material", PublicPem(ECCurve.NamedCurves.nistP384));
        Assert.Equal(0, (await Aws.RunAsync("delete-playback-key-pair", "--arn", arn)).Exit);
        await RejectedAsync("ResourceNotFoundException", "get-playback-key-pair", "--arn", arn);
    }

    [Fact]
    public async Task The_AWS_CLI_manages_channels_with_their_stream_keys_and_tags()
    {
        var created = await GoodAsync(
            "create-channel",
            "--name", "studio", "--latency-mode", "NORMAL", "--type", "BASIC", "--authorized", "--tags", "team=a,env=prod");
        var (channelArn, keyArn) = (Text(created["channel"]!, "arn"), Text(created["streamKey"]!, "arn"));
        Assert.Equal("NORMAL", Text((await GoodAsync("get-channel", "--arn", channelArn))["channel"]!, "latencyMode"));
        Assert.Single((await GoodAsync("list-channels", "--filter-by-name", "studio"))["channels"]!.AsArray());
        var missing = channelArn[..channelArn.LastIndexOf('/')] + "/none";
        var batch = await GoodAsync("batch-get-channel", "--arns", channelArn, missing);
        Assert.Single(batch["channels"]!.AsArray());
        Assert.Equal(missing, Text(Assert.Single(batch["errors"]!.AsArray())!, "arn"));

        await RejectedAsync("ServiceQuotaExceededException", "create-stream-key", "--channel-arn", channelArn);
        Assert.StartsWith(
            "sk_us-west-2_", Text((await GoodAsync("get-stream-key", "--arn", keyArn))["streamKey"]!, "value"), StringComparison.Ordinal);
        Assert.Null(Assert.Single((await GoodAsync("list-stream-keys", "--channel-arn", channelArn))["streamKeys"]!.AsArray())!["value"]);
        Assert.Single((await GoodAsync("batch-get-stream-key", "--arns", keyArn))["streamKeys"]!.AsArray());
        Assert.Equal(0, (await Aws.RunAsync("delete-stream-key", "--arn", keyArn)).Exit);
        Assert.NotEqual(
            keyArn, Text((await GoodAsync("create-stream-key", "--channel-arn", channelArn, "--tags", "env=prod"))["streamKey"]!, "arn"));

        Assert.Equal(
            0, (await Aws.RunAsync("tag-resource", "--resource-arn", channelArn, "--tags", """{"env":"test","a b":"c+d"}""")).Exit);
        Assert.Equal(0, (await Aws.RunAsync("untag-resource", "--resource-arn", channelArn, "--tag-keys", "team", "a b")).Exit);
        var tags = (await GoodAsync("list-tags-for-resource", "--resource-arn", channelArn))["tags"]!.AsObject();
        Assert.Equal("test", Assert.Single(tags).Value!.GetValue<string>());

        Assert.Equal(0, (await Aws.RunAsync("delete-channel", "--arn", channelArn)).Exit);
        await RejectedAsync("ResourceNotFoundException", "get-channel", "--arn", channelArn);
        await RejectedAsync("ResourceNotFoundException", "create-stream-key", "--channel-arn", channelArn);
    }

    [Fact]
    public async Task The_AWS_CLI_reads_all_pages_and_reports_injected_faults()
    {
        for (var i = 0; i < 3; i++)
            await GoodAsync("create-channel", "--name", $"c{i}");
        var all = await GoodAsync("list-channels", "--page-size", "1");
        Assert.Equal(["c0", "c1", "c2"], all["channels"]!.AsArray().Select(channel => Text(channel!, "name")));
        Emulator.Faults.PendingVerification = true;
        await RejectedAsync("PendingVerification", "create-channel");
        Emulator.Faults.Fail("ListChannels", "InternalServerException");
        await RejectedAsync("InternalServerException", "list-channels");
    }

    [Fact]
    public async Task A_request_that_is_signed_with_a_wrong_secret_access_key_is_rejected()
    {
        using var wrong = new AwsCli(Emulator) { SecretAccessKey = "wrong" };
        var (exit, _, error) = await wrong.RunAsync("list-channels");
        Assert.NotEqual(0, exit);
        Assert.Contains("InvalidSignatureException", error, StringComparison.Ordinal);
    }

    private static string PublicPem(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return key.ExportSubjectPublicKeyInfoPem();
    }
}
