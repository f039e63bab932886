using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Media;
using IvsTools.Keys;

namespace IvsTools.Emulator.State;

/// <summary>The resources of one account in one Region, in their JSON format. Not thread-safe.</summary>
internal sealed class EmulatorState
{
    public EmulatorState(Scope scope, EmulatorClock clock, RandomText names)
    {
        (Scope, Time, Names) = (scope, clock, names);
        Streams = new StreamTable(clock, names);
        Playback = new PlaybackState();
        Media = new MediaTable(clock);
        DelayedTransitions = new DelayedTransitions(Settle);
    }

    public Scope Scope { get; }
    public string Region => Scope.Region;
    public string AccountId => Scope.AccountId;

    /// <summary>The source of new IDs and stream keys.</summary>
    public RandomText Names { get; }

    public EmulatorClock Time { get; }

    /// <summary>The key that protects page tokens. A token is valid only in the emulator, Region and account that created it.</summary>
    public byte[] PageKey { get; } = RandomNumberGenerator.GetBytes(32);

    public ResourceTable Channels { get; } = new(typeof(Channel));
    public ResourceTable StreamKeys { get; } = new(typeof(StreamKey));
    public ResourceTable PlaybackKeyPairs { get; } = new(typeof(PlaybackKeyPair));

    public ResourceTable AdConfigurations { get; } = new(typeof(AdConfiguration));
    public ResourceTable PlaybackRestrictionPolicies { get; } = new(typeof(PlaybackRestrictionPolicy));
    public ResourceTable RecordingConfigurations { get; } = new(typeof(RecordingConfiguration));

    /// <summary>The live and ended streams.</summary>
    public StreamTable Streams { get; }

    /// <summary>The pending changes to resources.</summary>
    public DelayedTransitions DelayedTransitions { get; }

    public IEnumerable<(string Name, ResourceTable Table)> Tables =>
    [
        ("channels", Channels), ("streamKeys", StreamKeys), ("playbackKeyPairs", PlaybackKeyPairs), ("adConfigurations", AdConfigurations),
        ("playbackRestrictionPolicies", PlaybackRestrictionPolicies), ("recordingConfigurations", RecordingConfigurations),
    ];

    /// <summary>The public keys that verify tokens, with the ARNs of their key pairs.</summary>
    public Dictionary<string, PlaybackPublicKey> PublicKeys { get; } = [];

    /// <summary>The playback sessions and their revocations.</summary>
    public PlaybackState Playback { get; }

    /// <summary>The media that encoders publish.</summary>
    public MediaTable Media { get; }

    public bool IsLive(string channelArn) => Streams.Current(channelArn) is not null;

    public JsonObject? StreamKeyOf(string channelArn) => StreamKeys.All.FirstOrDefault(key => key.Text("channelArn") == channelArn);

    /// <summary>
    /// Starts a stream, and cancels a pending StopStream of the channel. If the stream starts too late to continue the previous
    /// stream, the playback sessions and the media of the previous stream are removed.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cut">Disconnects the encoder when the stream ends. Null if no encoder is connected.</param>
    /// <exception cref="ApiException">Too many channels are live.</exception>
    public void StartStream(JsonObject channel, Action? cut = null)
    {
        var arn = ResourceTable.ArnOf(channel);
        var isNew = !IsLive(arn);
        DelayedTransitions.Forget(arn);
        Streams.Start(channel, RecordingConfigurations.TryGet(channel.Text("recordingConfigurationArn")), cut);
        if (isNew && Media.Find(arn) is not { IsOver: false })
        {
            Playback.End(arn);
            Media.Forget(arn);
        }
    }

    /// <summary>
    /// Returns an unused ARN for a new resource. With a seed, a generated ID can already belong to a resource from the state file.
    /// </summary>
    public string NewArn(string type)
    {
        string arn;
        do
            arn = ArnOf(type, Names.Next(12));
        while (TryFind(arn) is not null);
        return arn;
    }

    /// <summary>Returns the ARN of a resource from its ID or ARN.</summary>
    public string ArnOf(string type, string idOrArn) =>
        idOrArn.StartsWith("arn:", StringComparison.Ordinal) ? idOrArn : $"arn:aws:ivs:{Region}:{AccountId}:{type}/{idOrArn}";

    /// <exception cref="ApiException">The resource does not exist.</exception>
    public JsonObject Find(string arn) => TryFind(arn) ?? throw ApiException.NotFound(arn);

    public void Clear()
    {
        foreach (var (_, table) in Tables)
            table.Clear();
        Streams.Clear();
        DelayedTransitions.Clear();
        PublicKeys.Clear();
        Playback.Clear();
        Media.Clear();
        Names.Restart();
    }

    // Completes the creation of a recording configuration or the end of a stream.
    private void Settle(string arn, string outcome)
    {
        if (RecordingConfigurations.TryGet(arn) is { } configuration)
            configuration["state"] = outcome;
        else
            Streams.End(arn);
    }

    private JsonObject? TryFind(string arn) => Tables.Select(kind => kind.Table.TryGet(arn)).FirstOrDefault(found => found is not null);
}
