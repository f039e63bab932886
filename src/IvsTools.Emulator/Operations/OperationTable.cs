using System.Collections.Frozen;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Operations.Channels;
using IvsTools.Emulator.Operations.PlaybackKeyPairs;
using IvsTools.Emulator.Operations.StreamKeys;
using IvsTools.Emulator.Operations.Tags;

namespace IvsTools.Emulator.Operations;

/// <summary>Which handler answers which operation. A handler returns the body, or null for none.</summary>
internal static class OperationTable
{
    public static readonly FrozenDictionary<string, Func<Call, JsonObject?>> Handlers = new Dictionary<string, Func<Call, JsonObject?>>
    {
        [nameof(BatchGetChannel)] = BatchGetChannel.Handle,
        [nameof(BatchGetStreamKey)] = BatchGetStreamKey.Handle,
        [nameof(CreateChannel)] = CreateChannel.Handle,
        [nameof(CreateStreamKey)] = CreateStreamKey.Handle,
        [nameof(DeleteChannel)] = DeleteChannel.Handle,
        [nameof(DeletePlaybackKeyPair)] = DeletePlaybackKeyPair.Handle,
        [nameof(DeleteStreamKey)] = DeleteStreamKey.Handle,
        [nameof(GetChannel)] = GetChannel.Handle,
        [nameof(GetPlaybackKeyPair)] = GetPlaybackKeyPair.Handle,
        [nameof(GetStreamKey)] = GetStreamKey.Handle,
        [nameof(ImportPlaybackKeyPair)] = ImportPlaybackKeyPair.Handle,
        [nameof(ListChannels)] = ListChannels.Handle,
        [nameof(ListPlaybackKeyPairs)] = ListPlaybackKeyPairs.Handle,
        [nameof(ListStreamKeys)] = ListStreamKeys.Handle,
        [nameof(ListTagsForResource)] = ListTagsForResource.Handle,
        [nameof(TagResource)] = TagResource.Handle,
        [nameof(UntagResource)] = UntagResource.Handle,
    }.ToFrozenDictionary();
}
