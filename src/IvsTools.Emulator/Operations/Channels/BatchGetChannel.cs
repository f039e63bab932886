using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.Channels;

internal static class BatchGetChannel
{
    public static JsonObject Handle(Call call) => Batch.Get(call, "channels", call.State.Channels);
}
