using System.Text;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Operations;

/// <summary>Cuts a list into pages, with a token that belongs to its operation.</summary>
internal static class Page
{
    private const int DefaultSize = 50;

    public static JsonObject Of(Call call, string itemsMember, IEnumerable<JsonObject> all, params string[] members)
    {
        var start = call.Has("nextToken") ? Start(call) : 0;
        var size = call.Input["maxResults"]?.GetValue<int>() ?? DefaultSize;
        var items = all.Skip(start).Take(size + 1).Select(item => Select(item, members)).ToList();
        var page = new JsonObject { [itemsMember] = new JsonArray([.. items.Take(size)]) };
        if (items.Count > size)
            page["nextToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{call.Operation.Name}|{start + size}"));
        return page;
    }

    /// <summary>A summary: the named members of a resource.</summary>
    private static JsonObject Select(JsonObject resource, string[] members) =>
        new(members.Where(resource.ContainsKey).Select(member => KeyValuePair.Create(member, resource[member]?.DeepClone())));

    private static int Start(Call call)
    {
        var bytes = new byte[1024];
        if (Convert.TryFromBase64String(call.Text("nextToken"), bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split('|') is [var operation, var start]
            && operation == call.Operation.Name && int.TryParse(start, out var value))
        {
            return value;
        }
        throw ApiException.Validation("The nextToken is invalid.");
    }
}
