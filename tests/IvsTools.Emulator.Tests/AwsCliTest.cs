using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

/// <summary>An emulator and the AWS CLI.</summary>
public abstract class AwsCliTest : IDisposable
{
    protected AwsCliTest() => Aws = new AwsCli(Emulator);

    protected EmulatorServer Emulator { get; } = EmulatorServer.Start();

    protected AwsCli Aws { get; }

    public void Dispose()
    {
        Aws.Dispose();
        Emulator.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    protected async Task<JsonNode> GoodAsync(params string[] arguments)
    {
        var (exit, output, error) = await Aws.RunAsync(arguments);
        Assert.True(exit == 0, error);
        return output!;
    }

    /// <summary>Runs an operation that does not have output.</summary>
    protected async Task DoneAsync(params string[] arguments)
    {
        var (exit, output, error) = await Aws.RunAsync(arguments);
        Assert.True(exit == 0, error);
        Assert.True(output is null or JsonObject { Count: 0 }, output?.ToJsonString());
    }

    protected async Task RejectedAsync(string code, params string[] arguments)
    {
        var (exit, _, error) = await Aws.RunAsync(arguments);
        Assert.NotEqual(0, exit);
        Assert.Contains($"({code})", error, StringComparison.Ordinal);
    }
}
