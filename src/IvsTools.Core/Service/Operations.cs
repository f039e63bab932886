using System.Net;
using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>The operation table. In Core, a new operation requires only a line here and a pair of types in Contracts.</summary>
public static class Operations
{
    // Rates: "Amazon IVS service quotas", API call rates.
    private const double PlaybackKeyPairRate = 3;
    private const double ChannelRate = 5;
    private const double TagRate = 10;
    private const double RecordingConfigurationRate = 3;
    private const double MetadataRate = 155;
    private const double MetadataRateOfOneChannel = 5;
    // Not published for ad configurations. The rate of channels is used.
    private const double AdConfigurationRate = ChannelRate;
    private const double RevocationRate = 10;
    private const double BatchRevocationRate = 2;

    private const string NotFound = "ResourceNotFoundException";

#pragma warning disable CS1591 // each is named as the API names it; its request type says what it does
    public static readonly Operation<ImportPlaybackKeyPairRequest, ImportPlaybackKeyPairResponse> ImportPlaybackKeyPair = new("ImportPlaybackKeyPair", PlaybackKeyPairRate) { MayLeave = r => Created("A playback key pair", r.Name) };
    public static readonly Operation<GetPlaybackKeyPairRequest, GetPlaybackKeyPairResponse> GetPlaybackKeyPair = new("GetPlaybackKeyPair", PlaybackKeyPairRate);
    public static readonly Operation<ListPlaybackKeyPairsRequest, ListPlaybackKeyPairsResponse> ListPlaybackKeyPairs = new("ListPlaybackKeyPairs", PlaybackKeyPairRate);
    public static readonly Operation<DeletePlaybackKeyPairRequest, EmptyResponse> DeletePlaybackKeyPair = new("DeletePlaybackKeyPair", PlaybackKeyPairRate) { AlreadyDone = NotFound };
    public static readonly Operation<CreateStreamKeyRequest, CreateStreamKeyResponse> CreateStreamKey = new("CreateStreamKey", ChannelRate) { MayLeave = r => $"A stream key of {r.ChannelArn} may have been created" };
    public static readonly Operation<GetStreamKeyRequest, GetStreamKeyResponse> GetStreamKey = new("GetStreamKey", ChannelRate);
    public static readonly Operation<BatchGetStreamKeyRequest, BatchGetStreamKeyResponse> BatchGetStreamKey = new("BatchGetStreamKey", ChannelRate);
    public static readonly Operation<ListStreamKeysRequest, ListStreamKeysResponse> ListStreamKeys = new("ListStreamKeys", ChannelRate);
    public static readonly Operation<DeleteStreamKeyRequest, EmptyResponse> DeleteStreamKey = new("DeleteStreamKey", ChannelRate) { Status = HttpStatusCode.NoContent, AlreadyDone = NotFound };
    public static readonly Operation<CreateChannelRequest, CreateChannelResponse> CreateChannel = new("CreateChannel", ChannelRate) { MayLeave = r => Created("A channel", r.Name) };
    public static readonly Operation<GetChannelRequest, GetChannelResponse> GetChannel = new("GetChannel", ChannelRate);
    public static readonly Operation<BatchGetChannelRequest, BatchGetChannelResponse> BatchGetChannel = new("BatchGetChannel", ChannelRate);
    public static readonly Operation<ListChannelsRequest, ListChannelsResponse> ListChannels = new("ListChannels", ChannelRate);
    public static readonly Operation<DeleteChannelRequest, EmptyResponse> DeleteChannel = new("DeleteChannel", ChannelRate) { Status = HttpStatusCode.NoContent, AlreadyDone = NotFound };
    public static readonly Operation<UpdateChannelRequest, UpdateChannelResponse> UpdateChannel = new("UpdateChannel", ChannelRate);
    public static readonly Operation<CreateAdConfigurationRequest, CreateAdConfigurationResponse> CreateAdConfiguration = new("CreateAdConfiguration", AdConfigurationRate) { MayLeave = r => Created("An ad configuration", r.Name) };
    public static readonly Operation<GetAdConfigurationRequest, GetAdConfigurationResponse> GetAdConfiguration = new("GetAdConfiguration", AdConfigurationRate);
    public static readonly Operation<ListAdConfigurationsRequest, ListAdConfigurationsResponse> ListAdConfigurations = new("ListAdConfigurations", AdConfigurationRate);
    public static readonly Operation<DeleteAdConfigurationRequest, EmptyResponse> DeleteAdConfiguration = new("DeleteAdConfiguration", AdConfigurationRate) { Status = HttpStatusCode.NoContent, AlreadyDone = NotFound };
    public static readonly Operation<CreatePlaybackRestrictionPolicyRequest, CreatePlaybackRestrictionPolicyResponse> CreatePlaybackRestrictionPolicy = new("CreatePlaybackRestrictionPolicy", ChannelRate) { MayLeave = r => Created("A playback restriction policy", r.Name) };
    public static readonly Operation<GetPlaybackRestrictionPolicyRequest, GetPlaybackRestrictionPolicyResponse> GetPlaybackRestrictionPolicy = new("GetPlaybackRestrictionPolicy", ChannelRate);
    public static readonly Operation<ListPlaybackRestrictionPoliciesRequest, ListPlaybackRestrictionPoliciesResponse> ListPlaybackRestrictionPolicies = new("ListPlaybackRestrictionPolicies", ChannelRate);
    public static readonly Operation<UpdatePlaybackRestrictionPolicyRequest, UpdatePlaybackRestrictionPolicyResponse> UpdatePlaybackRestrictionPolicy = new("UpdatePlaybackRestrictionPolicy", ChannelRate);
    public static readonly Operation<DeletePlaybackRestrictionPolicyRequest, EmptyResponse> DeletePlaybackRestrictionPolicy = new("DeletePlaybackRestrictionPolicy", ChannelRate) { Status = HttpStatusCode.NoContent, AlreadyDone = NotFound };
    public static readonly Operation<CreateRecordingConfigurationRequest, CreateRecordingConfigurationResponse> CreateRecordingConfiguration = new("CreateRecordingConfiguration", RecordingConfigurationRate) { MayLeave = r => Created("A recording configuration", r.Name) };
    public static readonly Operation<GetRecordingConfigurationRequest, GetRecordingConfigurationResponse> GetRecordingConfiguration = new("GetRecordingConfiguration", RecordingConfigurationRate);
    public static readonly Operation<ListRecordingConfigurationsRequest, ListRecordingConfigurationsResponse> ListRecordingConfigurations = new("ListRecordingConfigurations", RecordingConfigurationRate);
    public static readonly Operation<DeleteRecordingConfigurationRequest, EmptyResponse> DeleteRecordingConfiguration = new("DeleteRecordingConfiguration", RecordingConfigurationRate) { Status = HttpStatusCode.NoContent, AlreadyDone = NotFound };
    public static readonly Operation<InsertAdBreakRequest, InsertAdBreakResponse> InsertAdBreak = new("InsertAdBreak", AdConfigurationRate) { MayLeave = r => $"An ad break may have been inserted into the stream of {r.ChannelArn}" };
    public static readonly Operation<GetStreamRequest, GetStreamResponse> GetStream = new("GetStream", ChannelRate);
    public static readonly Operation<ListStreamsRequest, ListStreamsResponse> ListStreams = new("ListStreams", ChannelRate);
    public static readonly Operation<GetStreamSessionRequest, GetStreamSessionResponse> GetStreamSession = new("GetStreamSession", ChannelRate);
    public static readonly Operation<ListStreamSessionsRequest, ListStreamSessionsResponse> ListStreamSessions = new("ListStreamSessions", ChannelRate);
    public static readonly Operation<StopStreamRequest, EmptyResponse> StopStream = new("StopStream", ChannelRate) { AlreadyDone = "ChannelNotBroadcasting" };
    public static readonly Operation<PutMetadataRequest, EmptyResponse> PutMetadata = new("PutMetadata", MetadataRate) { Status = HttpStatusCode.NoContent, MayLeave = r => $"The metadata may have been inserted into the stream of {r.ChannelArn}", PerResource = (MetadataRateOfOneChannel, r => r.ChannelArn) };
    public static readonly Operation<StartViewerSessionRevocationRequest, EmptyResponse> StartViewerSessionRevocation = new("StartViewerSessionRevocation", RevocationRate);
    public static readonly Operation<BatchStartViewerSessionRevocationRequest, BatchStartViewerSessionRevocationResponse> BatchStartViewerSessionRevocation = new("BatchStartViewerSessionRevocation", BatchRevocationRate);
    public static readonly Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> ListTagsForResource = new("ListTagsForResource", TagRate) { Method = "GET", ResourceArn = r => r.ResourceArn };
    public static readonly Operation<TagResourceRequest, EmptyResponse> TagResource = new("TagResource", TagRate) { ResourceArn = r => r.ResourceArn };
    public static readonly Operation<UntagResourceRequest, EmptyResponse> UntagResource = new("UntagResource", TagRate) { Method = "DELETE", ResourceArn = r => r.ResourceArn, TagKeys = r => r.TagKeys };
#pragma warning restore CS1591

    private static string Created(string what, string? name) =>
        string.IsNullOrEmpty(name) ? $"{what} may have been created" : $"{what} named '{name}' may have been created";
}

/// <summary>The JSON types of the table. They are in one place because the generator requires one declaration per context.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(ServiceText)])]
[JsonSerializable(typeof(ImportPlaybackKeyPairRequest)), JsonSerializable(typeof(ImportPlaybackKeyPairResponse))]
[JsonSerializable(typeof(GetPlaybackKeyPairRequest)), JsonSerializable(typeof(GetPlaybackKeyPairResponse))]
[JsonSerializable(typeof(ListPlaybackKeyPairsRequest)), JsonSerializable(typeof(ListPlaybackKeyPairsResponse))]
[JsonSerializable(typeof(DeletePlaybackKeyPairRequest)), JsonSerializable(typeof(EmptyResponse))]
[JsonSerializable(typeof(CreateStreamKeyRequest)), JsonSerializable(typeof(CreateStreamKeyResponse))]
[JsonSerializable(typeof(GetStreamKeyRequest)), JsonSerializable(typeof(GetStreamKeyResponse))]
[JsonSerializable(typeof(BatchGetStreamKeyRequest)), JsonSerializable(typeof(BatchGetStreamKeyResponse))]
[JsonSerializable(typeof(ListStreamKeysRequest)), JsonSerializable(typeof(ListStreamKeysResponse))]
[JsonSerializable(typeof(DeleteStreamKeyRequest))]
[JsonSerializable(typeof(CreateChannelRequest)), JsonSerializable(typeof(CreateChannelResponse))]
[JsonSerializable(typeof(GetChannelRequest)), JsonSerializable(typeof(GetChannelResponse))]
[JsonSerializable(typeof(BatchGetChannelRequest)), JsonSerializable(typeof(BatchGetChannelResponse))]
[JsonSerializable(typeof(ListChannelsRequest)), JsonSerializable(typeof(ListChannelsResponse))]
[JsonSerializable(typeof(DeleteChannelRequest))]
[JsonSerializable(typeof(UpdateChannelRequest)), JsonSerializable(typeof(UpdateChannelResponse))]
[JsonSerializable(typeof(CreateAdConfigurationRequest)), JsonSerializable(typeof(CreateAdConfigurationResponse))]
[JsonSerializable(typeof(GetAdConfigurationRequest)), JsonSerializable(typeof(GetAdConfigurationResponse))]
[JsonSerializable(typeof(ListAdConfigurationsRequest)), JsonSerializable(typeof(ListAdConfigurationsResponse))]
[JsonSerializable(typeof(DeleteAdConfigurationRequest))]
[JsonSerializable(typeof(CreatePlaybackRestrictionPolicyRequest)), JsonSerializable(typeof(CreatePlaybackRestrictionPolicyResponse))]
[JsonSerializable(typeof(GetPlaybackRestrictionPolicyRequest)), JsonSerializable(typeof(GetPlaybackRestrictionPolicyResponse))]
[JsonSerializable(typeof(ListPlaybackRestrictionPoliciesRequest)), JsonSerializable(typeof(ListPlaybackRestrictionPoliciesResponse))]
[JsonSerializable(typeof(UpdatePlaybackRestrictionPolicyRequest)), JsonSerializable(typeof(UpdatePlaybackRestrictionPolicyResponse))]
[JsonSerializable(typeof(DeletePlaybackRestrictionPolicyRequest))]
[JsonSerializable(typeof(CreateRecordingConfigurationRequest)), JsonSerializable(typeof(CreateRecordingConfigurationResponse))]
[JsonSerializable(typeof(GetRecordingConfigurationRequest)), JsonSerializable(typeof(GetRecordingConfigurationResponse))]
[JsonSerializable(typeof(ListRecordingConfigurationsRequest)), JsonSerializable(typeof(ListRecordingConfigurationsResponse))]
[JsonSerializable(typeof(DeleteRecordingConfigurationRequest))]
[JsonSerializable(typeof(InsertAdBreakRequest)), JsonSerializable(typeof(InsertAdBreakResponse))]
[JsonSerializable(typeof(GetStreamRequest)), JsonSerializable(typeof(GetStreamResponse))]
[JsonSerializable(typeof(ListStreamsRequest)), JsonSerializable(typeof(ListStreamsResponse))]
[JsonSerializable(typeof(GetStreamSessionRequest)), JsonSerializable(typeof(GetStreamSessionResponse))]
[JsonSerializable(typeof(ListStreamSessionsRequest)), JsonSerializable(typeof(ListStreamSessionsResponse))]
[JsonSerializable(typeof(StopStreamRequest))]
[JsonSerializable(typeof(PutMetadataRequest))]
[JsonSerializable(typeof(StartViewerSessionRevocationRequest))]
[JsonSerializable(typeof(BatchStartViewerSessionRevocationRequest)), JsonSerializable(typeof(BatchStartViewerSessionRevocationResponse))]
[JsonSerializable(typeof(ListTagsForResourceRequest)), JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(TagResourceRequest))]
[JsonSerializable(typeof(UntagResourceRequest))]
internal sealed partial class WireJson : JsonSerializerContext;
