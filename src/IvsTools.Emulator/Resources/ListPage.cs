using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Resources;

/// <summary>
/// Splits a list into pages. A token contains the position of the page's last item, so it remains valid even if that item is
/// deleted.
/// </summary>
internal static class ListPage
{
    private const int PlaceLength = sizeof(long);

    /// <summary>Returns one page of summaries. The items must be in ascending order of their positions, which must be unique.</summary>
    public static JsonObject Of(
        Call call,
        string itemsMember,
        IEnumerable<JsonObject> all,
        Func<JsonObject, long> placeOf,
        int defaultSize,
        params string[] members)
    {
        var after = call.Has("nextToken") ? Read(call) : long.MinValue;
        var size = call.Input["maxResults"]?.GetValue<int>() ?? defaultSize;
        var items = all.Where(item => placeOf(item) > after).Take(size + 1).ToList();
        var page = new JsonObject { [itemsMember] = new JsonArray([.. items.Take(size).Select(item => Select(item, members))]) };
        if (items.Count > size)
            page["nextToken"] = Token(call, placeOf(items[size - 1]));
        return page;
    }

    private static JsonObject Select(JsonObject resource, string[] members) =>
        new(members.Where(resource.ContainsKey).Select(member => KeyValuePair.Create(member, resource[member]?.DeepClone())));

    private static string Token(Call call, long place)
    {
        var bytes = BitConverter.GetBytes(place);
        return Convert.ToBase64String([.. bytes, .. Seal(call, bytes)]);
    }

    private static long Read(Call call)
    {
        var bytes = new byte[1024];
        if (Convert.TryFromBase64String(call.Text("nextToken"), bytes, out var length) && length == PlaceLength + SHA256.HashSizeInBytes
            && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(PlaceLength, SHA256.HashSizeInBytes), Seal(call, bytes[..PlaceLength])))
        {
            return BitConverter.ToInt64(bytes);
        }
        throw ApiException.Validation("The nextToken is invalid.");
    }

    // A token is valid only for its operation and filter.
    private static byte[] Seal(Call call, byte[] place)
    {
        var filters = call.Input
            .Where(member => member.Key is not ("nextToken" or "maxResults"))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}={member.Value?.ToJsonString()}");
        byte[] sealedBytes = [.. place, .. Encoding.UTF8.GetBytes($"{call.Operation.Name}|{string.Join('|', filters)}")];
        return HMACSHA256.HashData(call.State.PageKey, sealedBytes);
    }
}
