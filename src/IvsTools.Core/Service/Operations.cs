using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>The operation table: a line here and a pair of types under Contracts is all that a new operation needs in Core.</summary>
public static class Operations
{
    // Rates: "Amazon IVS service quotas", API call rates.
    private const double PlaybackKeyPairRate = 3;
    private const double ChannelRate = 5;
    private const double TagRate = 10;

#pragma warning disable CS1591 // each is named as the API names it; its request type says what it does
    public static readonly Operation<ImportPlaybackKeyPairRequest, ImportPlaybackKeyPairResponse> ImportPlaybackKeyPair = new("ImportPlaybackKeyPair", PlaybackKeyPairRate);
    public static readonly Operation<GetPlaybackKeyPairRequest, GetPlaybackKeyPairResponse> GetPlaybackKeyPair = new("GetPlaybackKeyPair", PlaybackKeyPairRate);
    public static readonly Operation<ListPlaybackKeyPairsRequest, ListPlaybackKeyPairsResponse> ListPlaybackKeyPairs = new("ListPlaybackKeyPairs", PlaybackKeyPairRate);
    public static readonly Operation<DeletePlaybackKeyPairRequest, EmptyResponse> DeletePlaybackKeyPair = new("DeletePlaybackKeyPair", PlaybackKeyPairRate);
    public static readonly Operation<CreateStreamKeyRequest, CreateStreamKeyResponse> CreateStreamKey = new("CreateStreamKey", ChannelRate);
    public static readonly Operation<GetStreamKeyRequest, GetStreamKeyResponse> GetStreamKey = new("GetStreamKey", ChannelRate);
    public static readonly Operation<BatchGetStreamKeyRequest, BatchGetStreamKeyResponse> BatchGetStreamKey = new("BatchGetStreamKey", ChannelRate);
    public static readonly Operation<ListStreamKeysRequest, ListStreamKeysResponse> ListStreamKeys = new("ListStreamKeys", ChannelRate);
    public static readonly Operation<DeleteStreamKeyRequest, EmptyResponse> DeleteStreamKey = new("DeleteStreamKey", ChannelRate);
    public static readonly Operation<CreateChannelRequest, CreateChannelResponse> CreateChannel = new("CreateChannel", ChannelRate);
    public static readonly Operation<GetChannelRequest, GetChannelResponse> GetChannel = new("GetChannel", ChannelRate);
    public static readonly Operation<BatchGetChannelRequest, BatchGetChannelResponse> BatchGetChannel = new("BatchGetChannel", ChannelRate);
    public static readonly Operation<ListChannelsRequest, ListChannelsResponse> ListChannels = new("ListChannels", ChannelRate);
    public static readonly Operation<DeleteChannelRequest, EmptyResponse> DeleteChannel = new("DeleteChannel", ChannelRate);
    public static readonly Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> ListTagsForResource = new("ListTagsForResource", TagRate) { Method = "GET", ResourceArn = r => r.ResourceArn };
    public static readonly Operation<TagResourceRequest, EmptyResponse> TagResource = new("TagResource", TagRate) { ResourceArn = r => r.ResourceArn };
    public static readonly Operation<UntagResourceRequest, EmptyResponse> UntagResource = new("UntagResource", TagRate) { Method = "DELETE", ResourceArn = r => r.ResourceArn, TagKeys = r => r.TagKeys };
#pragma warning restore CS1591
}

/// <summary>The JSON of the table's types. All in one place because the generator takes one declaration per context.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
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
[JsonSerializable(typeof(ListTagsForResourceRequest)), JsonSerializable(typeof(ListTagsForResourceResponse))]
[JsonSerializable(typeof(TagResourceRequest))]
[JsonSerializable(typeof(UntagResourceRequest))]
internal sealed partial class WireJson : JsonSerializerContext;
