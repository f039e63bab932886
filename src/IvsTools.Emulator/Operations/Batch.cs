using System.Text.Json.Nodes;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Operations;

/// <summary>Answers a batch: what is there, and an error for each ARN that is not.</summary>
internal static class Batch
{
    public static JsonObject Get(Call call, string itemsMember, ResourceTable table)
    {
        var (found, errors) = (new JsonArray(), new JsonArray());
        foreach (var arn in call.Texts("arns"))
        {
            if (table.TryGet(arn) is { } resource)
                found.Add(resource.DeepClone());
            else
                errors.Add(new JsonObject { ["arn"] = arn, ["code"] = "ResourceNotFoundException", ["message"] = $"Resource: {arn} not found" });
        }
        return new JsonObject { [itemsMember] = found, ["errors"] = errors };
    }
}
