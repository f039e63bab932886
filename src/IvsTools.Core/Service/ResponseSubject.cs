using System.Text.Json;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Rejects a response that belongs to another request. A faulty proxy or cache can cause such a response.</summary>
internal static class ResponseSubject
{
    private static readonly string[] Names = ["arn", "channelArn", "streamId"];

    /// <param name="request">The body of the request.</param>
    /// <param name="response">The body of the response, which contains a resource or a list of resources.</param>
    /// <exception cref="JsonException">A resource in the response differs from the resource in the request.</exception>
    public static void Check(byte[] request, JsonElement response)
    {
        using var asked = JsonDocument.Parse(request);
        foreach (var name in Names)
        {
            if (Text(asked.RootElement, name) is not { } value)
                continue;
            var others = Resources(response).Select(resource => Text(resource, name)).Where(other => other is not null && other != value);
            if (others.FirstOrDefault() is { } other)
                throw new JsonException($"The request was for {SafeText.Quote(value)}, but the response is for {SafeText.Quote(other)}.");
        }
    }

    private static IEnumerable<JsonElement> Resources(JsonElement response) =>
        from member in response.EnumerateObject()
        from item in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToArray() : [member.Value]
        where item.ValueKind == JsonValueKind.Object
        select item;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
