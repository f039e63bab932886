using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.State;

/// <summary>The resources of one account in one Region, each in the shape in which it goes over the wire. Not for two threads at once.</summary>
internal sealed class EmulatorState(string region, string accountId)
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public string Region { get; } = region;
    public string AccountId { get; } = accountId;
    public ResourceTable Channels { get; } = new();
    public ResourceTable StreamKeys { get; } = new();
    public ResourceTable PlaybackKeyPairs { get; } = new();

    /// <summary>Channels on air, by ARN.</summary>
    public HashSet<string> Live { get; } = [];

    private IEnumerable<ResourceTable> Tables => [Channels, StreamKeys, PlaybackKeyPairs];

    /// <summary>Public keys by the ARN of their pair: the service never returns them, but must check tokens.</summary>
    public Dictionary<string, byte[]> PublicKeys { get; } = [];

    public string NewArn(string type) => $"arn:aws:ivs:{Region}:{AccountId}:{type}/{Random(12)}";

    public static string Random(int length) => RandomNumberGenerator.GetString(Alphanumeric, length);

    /// <summary>Any resource by ARN.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public JsonObject Find(string arn) =>
        Tables.Select(table => table.TryGet(arn)).FirstOrDefault(found => found is not null) ?? throw ApiException.NotFound(arn);

    public void Clear()
    {
        foreach (var table in Tables)
            table.Clear();
        Live.Clear();
        PublicKeys.Clear();
    }
}
