using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace IvsTools.Emulator.Resources;

/// <summary>The handlers of the operations. A handler returns null if the response has no body.</summary>
internal static class OperationTable
{
    public static readonly FrozenDictionary<string, Func<Call, JsonObject?>> Handlers = new[]
    {
        AdConfigurations.Operations,
        Channels.Operations,
        PlaybackKeyPairs.Operations,
        PlaybackRestrictionPolicies.Operations,
        RecordingConfigurations.Operations,
        StreamKeys.Operations,
        Streams.Operations,
        StreamSessions.Operations,
        Tags.Operations,
        ViewerSessions.Operations,
    }.SelectMany(operations => operations).ToFrozenDictionary();
}
