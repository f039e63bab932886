using System.Globalization;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests.Api;

/// <summary>
/// Calls the emulator with the SDKs of other languages. The calls include each operation, each limit of each member, and each
/// error.
/// </summary>
/// <remarks>
/// The AWS CLI is slower, so it sends only a sample of the invalid values. IVSTOOLS_CLI_BROKEN_COUNT sets the size of the sample.
/// </remarks>
public sealed class SdkMatrixTests : EmulatorTest
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sdk");
    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task The_emulator_works_with_the_AWS_SDK_for_JavaScript()
    {
        ProgramFolder.Find("node");
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@aws-sdk", "client-ivs")))
        {
            var (exit, _, error) = _folder.Try("npm", "install", "--prefix", Folder, "--no-audit", "--no-fund", "--no-package-lock");
            Assert.SkipWhen(exit != 0, $"npm cannot install @aws-sdk/client-ivs: {error}");
        }
        await RunAsync("node", Path.Combine(Folder, "cases.mjs"));
    }

    [Fact]
    public async Task The_emulator_works_with_boto3()
    {
        ProgramFolder.Find("python3");
        Assert.SkipWhen(_folder.Try("python3", "-c", "import boto3").Exit != 0, "boto3 is not on this machine.");
        await RunAsync("python3", Path.Combine(Folder, "boto3_cases.py"));
    }

    [Fact]
    public async Task The_emulator_works_with_the_AWS_CLI()
    {
        AwsCli.RequireInstalled();
        await RunAsync(
            AwsCli.Program, Path.Combine(Folder, "awscli_cases.py"), Number("IVSTOOLS_CLI_BROKEN_COUNT") ?? 100, hasRequestId: false);
    }

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    private async Task RunAsync(string program, string script, int brokenCount = int.MaxValue, bool hasRequestId = true)
    {
        var scene = await Scene.SetAsync(Emulator, Client);
        var broken = ApiData.OperationNames.SelectMany(Broken).ToList();
        Assert.InRange(broken.Count, 290, int.MaxValue);
        // If fewer cases are requested, they are evenly distributed over the list.
        var step = Math.Max(1, broken.Count / brokenCount);
        var cases = ApiData.OperationNames.Order(StringComparer.Ordinal).Select(
            operation => new Case(operation, scene[operation], null, null))
            .Concat(broken.Where((_, index) => index % step == 0))
            .Concat(ApiData.OperationNames.SelectMany(Planned))
            .ToList();
        _folder.Write("cases.json", System.Text.Encoding.UTF8.GetBytes(new JsonObject
        {
            ["endpoint"] = Emulator.Url,
            ["region"] = Emulator.Region,
            ["accessKeyId"] = Emulator.AccessKeyId,
            ["secretAccessKey"] = Emulator.SecretAccessKey,
            ["cases"] = new JsonArray([.. cases.Select(each => new JsonObject
            {
                ["operation"] = each.Operation,
                ["input"] = each.Input.DeepClone(),
                ["fault"] = each.Fault,
            })]),
        }.ToJsonString()));
        var results = JsonNode.Parse(_folder.Run(program, script, _folder["cases.json"]))!.AsArray();
        Assert.Equal(cases.Count, results.Count);
        // The installed SDK can be older than the newest operations and members.
        var unknown = results.Count(result => result!["unknown"] is not null);
        Assert.InRange(unknown, 0, cases.Count / 2);
        foreach (var (each, result) in cases.Zip(results).Where(pair => pair.Second!["unknown"] is null))
        {
            var got = $"{each.Operation} {each.Input.ToJsonString()} {each.Fault} got {result!.ToJsonString()}";
            Assert.True(each.Code == result["code"]?.GetValue<string>(), got);
            Assert.True(
                each.Code is null
                    || (result["message"]!.GetValue<string>().Length > 0 && (result["requestId"] is not null || !hasRequestId)),
                got);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count - unknown} cases, {unknown} unknown to the SDK");
    }

    private static int? Number(string variable) => int.TryParse(
        Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : null;

    // Returns the invalid values that an SDK can send. Values of the wrong type are not included, because an SDK converts or
    // rejects them.
    private static IEnumerable<Case> Broken(string operation) => Variant.Of(ApiClient.Request(operation), string.Empty)
        .Where(variant => variant.BadPath is not null && variant.Value is JsonObject request && ApiClient.CanTravel(operation, request)
            && !Fit.Faults(request, ApiClient.Request(operation)).Any(fault => !fault.EndsWith("is missing", StringComparison.Ordinal)))
        .Select(variant => new Case(operation, variant.Value!.AsObject(), null, "ValidationException"));

    private static IEnumerable<Case> Planned(string operation) => ApiData.Operation(operation)["errors"]!.AsArray().Select(code =>
        new Case(operation, Variant.Sample(ApiClient.Request(operation)).AsObject(), code!.GetValue<string>(), code.GetValue<string>()));

    private sealed record Case(string Operation, JsonObject Input, string? Fault, string? Code);
}
