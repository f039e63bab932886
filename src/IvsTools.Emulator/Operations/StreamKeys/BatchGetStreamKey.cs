using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.StreamKeys;

internal static class BatchGetStreamKey
{
    public static JsonObject Handle(Call call) => Batch.Get(call, "streamKeys", call.State.StreamKeys);
}
