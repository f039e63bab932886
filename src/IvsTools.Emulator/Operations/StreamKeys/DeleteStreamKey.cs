using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Operations.StreamKeys;

internal static class DeleteStreamKey
{
    public static JsonObject? Handle(Call call)
    {
        call.State.StreamKeys.Remove(call.Text("arn"));
        return null;
    }
}
