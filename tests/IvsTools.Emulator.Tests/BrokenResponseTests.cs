using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Tests;

public sealed class BrokenResponseTests : EmulatorTest
{
    [Theory]
    [InlineData("CreateChannel", BrokenResponse.DropConnection)]
    [InlineData("CreateChannel", BrokenResponse.CutOffBody)]
    [InlineData("DeleteChannel", BrokenResponse.DropConnection)]
    [InlineData("DeleteChannel", BrokenResponse.CutOffBody)]
    [InlineData("StopStream", BrokenResponse.CutOffBody)]
    public async Task An_incomplete_response_causes_an_exception_in_the_client(string operation, BrokenResponse kind)
    {
        var arn = operation == "StopStream" ? await LiveChannelAsync() : await ChannelAsync();
        Emulator.Faults.Break(operation, kind);
        var request = operation switch
        {
            "DeleteChannel" => new JsonObject { ["arn"] = arn },
            "StopStream" => new JsonObject { ["channelArn"] = arn },
            _ => [],
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.PostAsync(operation, request.ToJsonString()));
        Assert.Equal(operation, Emulator.Requests[^1].Operation);
    }
}
