using System.Text.Json;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Rejects a response that belongs to another request, because a faulty proxy or cache can return one.</summary>
internal static class ResponseSubject
{
    // The members of a request that identify resources, and the members of the returned resources that must match them.
    private static readonly (string Requested, string Returned)[] Members =
        [("arn", "arn"), ("arns", "arn"), ("channelArn", "channelArn"), ("streamId", "streamId")];

    /// <param name="request">The body of the request.</param>
    /// <param name="response">The body of the response, which contains a resource or a list of resources.</param>
    /// <exception cref="JsonException">The response contains a resource that was not requested.</exception>
    public static void Check(byte[] request, JsonElement response)
    {
        using var parsed = JsonDocument.Parse(request);
        foreach (var (requested, returned) in Members)
        {
            var values = Texts(parsed.RootElement, requested);
            if (values.Length == 0)
                continue;
            var others = Resources(response).SelectMany(resource => Texts(resource, returned)).Except(values);
            if (others.FirstOrDefault() is { } other)
            {
                var expected = values is [var only] ? SafeText.Quote(only) : $"{values.Length} resources";
                throw new JsonException($"The request was for {expected}, but the response contains {SafeText.Quote(other)}.");
            }
        }
    }

    // The errors in a batch are not checked, because the cmdlets report every error, even for a resource that was not requested.
    private static IEnumerable<JsonElement> Resources(JsonElement response) =>
        from member in response.EnumerateObject()
        where member.Name != "errors"
        from item in Items(member.Value)
        where item.ValueKind == JsonValueKind.Object
        select item;

    private static string[] Texts(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? [.. Items(value).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];

    private static JsonElement[] Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
