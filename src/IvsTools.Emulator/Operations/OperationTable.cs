using System.Collections.Frozen;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Operations.AdConfigurations;
using IvsTools.Emulator.Operations.Channels;
using IvsTools.Emulator.Operations.PlaybackKeyPairs;
using IvsTools.Emulator.Operations.PlaybackRestrictionPolicies;
using IvsTools.Emulator.Operations.RecordingConfigurations;
using IvsTools.Emulator.Operations.StreamKeys;
using IvsTools.Emulator.Operations.Streams;
using IvsTools.Emulator.Operations.Tags;
using IvsTools.Emulator.Operations.ViewerSessions;

namespace IvsTools.Emulator.Operations;

/// <summary>Which handler answers which operation. A handler returns the body, or null for none.</summary>
internal static class OperationTable
{
    private static readonly string[] PolicyMembers = ["arn", "allowedCountries", "allowedOrigins", "enableStrictOriginEnforcement", "name", "tags"];

    public static readonly FrozenDictionary<string, Func<Call, JsonObject?>> Handlers = new Dictionary<string, Func<Call, JsonObject?>>
    {
        ["BatchGetChannel"] = Resource.BatchGet("channels", s => s.Channels),
        ["BatchGetStreamKey"] = Resource.BatchGet("streamKeys", s => s.StreamKeys),
        [nameof(BatchStartViewerSessionRevocation)] = BatchStartViewerSessionRevocation.Handle,
        [nameof(CreateAdConfiguration)] = CreateAdConfiguration.Handle,
        [nameof(CreateChannel)] = CreateChannel.Handle,
        [nameof(CreatePlaybackRestrictionPolicy)] = CreatePlaybackRestrictionPolicy.Handle,
        [nameof(CreateRecordingConfiguration)] = CreateRecordingConfiguration.Handle,
        [nameof(CreateStreamKey)] = CreateStreamKey.Handle,
        ["DeleteAdConfiguration"] = Resource.Delete(s => s.AdConfigurations, "adConfigurationArn"),
        [nameof(DeleteChannel)] = DeleteChannel.Handle,
        [nameof(DeletePlaybackKeyPair)] = DeletePlaybackKeyPair.Handle,
        ["DeletePlaybackRestrictionPolicy"] = Resource.Delete(s => s.PlaybackRestrictionPolicies, "playbackRestrictionPolicyArn"),
        ["DeleteRecordingConfiguration"] = Resource.Delete(s => s.RecordingConfigurations, "recordingConfigurationArn"),
        [nameof(DeleteStreamKey)] = DeleteStreamKey.Handle,
        ["GetAdConfiguration"] = Resource.Get("adConfiguration", s => s.AdConfigurations),
        ["GetChannel"] = Resource.Get("channel", s => s.Channels),
        ["GetPlaybackKeyPair"] = Resource.Get("keyPair", s => s.PlaybackKeyPairs),
        ["GetPlaybackRestrictionPolicy"] = Resource.Get("playbackRestrictionPolicy", s => s.PlaybackRestrictionPolicies),
        [nameof(GetRecordingConfiguration)] = GetRecordingConfiguration.Handle,
        [nameof(GetStream)] = GetStream.Handle,
        ["GetStreamKey"] = Resource.Get("streamKey", s => s.StreamKeys),
        [nameof(GetStreamSession)] = GetStreamSession.Handle,
        [nameof(ImportPlaybackKeyPair)] = ImportPlaybackKeyPair.Handle,
        [nameof(InsertAdBreak)] = InsertAdBreak.Handle,
        ["ListAdConfigurations"] = Resource.List("adConfigurations", s => s.AdConfigurations, CreateAdConfiguration.Limit, "arn", "name", "mediaTailorPlaybackConfigurations", "tags"),
        [nameof(ListChannels)] = ListChannels.Handle,
        // Without fingerprints, as the service.
        ["ListPlaybackKeyPairs"] = Resource.List("keyPairs", s => s.PlaybackKeyPairs, ImportPlaybackKeyPair.Limit, "arn", "name", "tags"),
        ["ListPlaybackRestrictionPolicies"] = Resource.List("playbackRestrictionPolicies", s => s.PlaybackRestrictionPolicies, 1, PolicyMembers),
        [nameof(ListRecordingConfigurations)] = ListRecordingConfigurations.Handle,
        [nameof(ListStreamKeys)] = ListStreamKeys.Handle,
        [nameof(ListStreams)] = ListStreams.Handle,
        [nameof(ListStreamSessions)] = ListStreamSessions.Handle,
        [nameof(ListTagsForResource)] = ListTagsForResource.Handle,
        [nameof(PutMetadata)] = PutMetadata.Handle,
        [nameof(StartViewerSessionRevocation)] = StartViewerSessionRevocation.Handle,
        [nameof(StopStream)] = StopStream.Handle,
        [nameof(TagResource)] = TagResource.Handle,
        [nameof(UntagResource)] = UntagResource.Handle,
        [nameof(UpdateChannel)] = UpdateChannel.Handle,
        [nameof(UpdatePlaybackRestrictionPolicy)] = UpdatePlaybackRestrictionPolicy.Handle,
    }.ToFrozenDictionary();
}
