using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Keys;

namespace IvsTools.Emulator.State;

/// <summary>The resources of one account in one Region, each in the shape in which it goes over the wire. Not for two threads at once.</summary>
internal sealed class EmulatorState(string region, string accountId, EmulatorClock clock, RandomText names)
{
    public string Region { get; } = region;
    public string AccountId { get; } = accountId;

    /// <summary>What new ids and keys are made of.</summary>
    public RandomText Names { get; } = names;

    /// <summary>The clock of all that this state does.</summary>
    public EmulatorClock Time { get; } = clock;

    /// <summary>What page tokens are sealed with: those of another emulator are refused.</summary>
    public byte[] PageKey { get; } = RandomNumberGenerator.GetBytes(32);

    public ResourceTable Channels { get; } = new();
    public ResourceTable StreamKeys { get; } = new();
    public ResourceTable PlaybackKeyPairs { get; } = new();

    public ResourceTable AdConfigurations { get; } = new();
    public ResourceTable PlaybackRestrictionPolicies { get; } = new();
    public ResourceTable RecordingConfigurations { get; } = new();

    /// <summary>What is and was on air.</summary>
    public StreamTable Streams { get; } = new(clock, names);

    /// <summary>Changes that take their time, by the ARN of what changes.</summary>
    public Settling Settling { get; } = new();

    /// <summary>All kinds of resources, with their names.</summary>
    public IEnumerable<(string Name, ResourceTable Table)> Tables =>
    [
        ("channels", Channels), ("streamKeys", StreamKeys), ("playbackKeyPairs", PlaybackKeyPairs), ("adConfigurations", AdConfigurations),
        ("playbackRestrictionPolicies", PlaybackRestrictionPolicies), ("recordingConfigurations", RecordingConfigurations),
    ];

    /// <summary>Public keys by the ARN of their pair: the service never returns them, but must check tokens.</summary>
    public Dictionary<string, PlaybackPublicKey> PublicKeys { get; } = [];

    /// <summary>Who plays, and who may not any more.</summary>
    public PlaybackState Playback { get; } = new(names);

    /// <summary>True if the channel is on air.</summary>
    public bool IsLive(string channelArn) => Streams.Current(channelArn) is not null;

    /// <summary>The ARN of a new resource. A seed may come to an id that is in use, for instance from a file.</summary>
    public string NewArn(string type)
    {
        string arn;
        do
            arn = ArnOf(type, Names.Next(12));
        while (TryFind(arn) is not null);
        return arn;
    }

    /// <summary>The ARN that an id, or an ARN, stands for.</summary>
    public string ArnOf(string type, string idOrArn) =>
        idOrArn.StartsWith("arn:", StringComparison.Ordinal) ? idOrArn : $"arn:aws:ivs:{Region}:{AccountId}:{type}/{idOrArn}";

    /// <summary>Any resource by ARN.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public JsonObject Find(string arn) => TryFind(arn) ?? throw ApiException.NotFound(arn);

    public void Clear()
    {
        foreach (var (_, table) in Tables)
            table.Clear();
        Streams.Clear();
        Settling.Clear();
        PublicKeys.Clear();
        Playback.Clear();
        Time.Reset();
        Names.Restart();
    }

    private JsonObject? TryFind(string arn) => Tables.Select(kind => kind.Table.TryGet(arn)).FirstOrDefault(found => found is not null);
}
