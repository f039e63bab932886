using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator.Resources;

/// <summary>The handlers that the resource types share.</summary>
internal static class Resource
{
    public static Func<Call, JsonObject> Get(string member, Func<EmulatorState, ResourceTable> table) =>
        call => new JsonObject { [member] = table(call.State).Get(call.Text("arn")).DeepClone() };

    /// <summary>Returns a handler that sets the resource's members to the values in the request.</summary>
    public static Func<Call, JsonObject> Update(string member, Func<EmulatorState, ResourceTable> table, params string[] members) => call =>
    {
        var resource = table(call.State).Get(call.Text("arn"));
        foreach (var changed in members.Where(call.Has))
            resource[changed] = call.Copy(changed);
        return new JsonObject { [member] = resource.DeepClone() };
    };

    /// <summary>Returns a handler that lists one page of summaries.</summary>
    public static Func<Call, JsonObject> List(
        string member, Func<EmulatorState, ResourceTable> table, int defaultSize, params string[] summary) =>
        call => ListPage.Of(call, member, table(call.State).All, table(call.State).PlaceOf, defaultSize, summary);

    /// <exception cref="ApiException">The quota is exceeded.</exception>
    public static void RequireRoom(ResourceTable table, int limit, string noun)
    {
        if (table.Count >= limit)
            throw new ApiException(ApiErrorCode.ServiceQuotaExceededException, $"{noun} limit of {limit} exceeded.");
    }

    /// <summary>Returns a handler that gets existing resources, and returns an error for each missing ARN.</summary>
    public static Func<Call, JsonObject> BatchGet(string member, Func<EmulatorState, ResourceTable> table) => call =>
    {
        var (found, errors) = (new JsonArray(), new JsonArray());
        foreach (var arn in call.Texts("arns"))
        {
            if (table(call.State).TryGet(arn) is { } resource)
            {
                found.Add(resource.DeepClone());
            }
            else
            {
                var reason = ApiException.NotFound(arn);
                errors.Add(new JsonObject { ["arn"] = arn, ["code"] = reason.Code, ["message"] = reason.Message });
            }
        }
        return new JsonObject { [member] = found, ["errors"] = errors };
    };

    /// <summary>Returns a handler that deletes a resource if no channel uses it.</summary>
    public static Func<Call, JsonObject?> Delete(Func<EmulatorState, ResourceTable> table, string channelMember) => call =>
    {
        var arn = call.Text("arn");
        table(call.State).Get(arn);
        if (call.State.Channels.All.Any(channel => channel.Text(channelMember) == arn))
            throw new ApiException(ApiErrorCode.ConflictException, $"{arn} is in use by a channel.");
        table(call.State).Remove(arn);
        return null;
    };
}
