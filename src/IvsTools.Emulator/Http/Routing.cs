using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Service;

namespace IvsTools.Emulator.Http;

/// <summary>Finds the operation of a request, and reads its input from the path, the query and the body.</summary>
internal static class Routing
{
    /// <summary>Returns the operation, or null if the API has no operation with this path and method.</summary>
    public static ApiOperation? Find(string method, string path)
    {
        var name = path.StartsWith(Paths.Tags, StringComparison.Ordinal)
            ? method switch { "GET" => "ListTagsForResource", "POST" => "TagResource", "DELETE" => "UntagResource", _ => string.Empty }
            : path.TrimStart('/');
        return ApiModel.Instance.Operations.TryGetValue(name, out var operation) && operation.Method == method ? operation : null;
    }

    /// <exception cref="ApiException">The body is not a JSON object.</exception>
    public static JsonObject Input(ApiOperation operation, string path, string query, byte[] body)
    {
        var input = operation.Method == "POST" ? StrictJson.ReadObject(body) : [];
        if (!path.StartsWith(Paths.Tags, StringComparison.Ordinal))
            return input;
        input["resourceArn"] = Uri.UnescapeDataString(path[Paths.Tags.Length..]);
        if (operation.Name == "UntagResource")
        {
            var keys = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Where(pair => pair is ["tagKeys", _])
                .Select(pair => (JsonNode?)Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
            if (keys.ToArray() is { Length: > 0 } found)
                input["tagKeys"] = new JsonArray(found);
        }
        return input;
    }
}
