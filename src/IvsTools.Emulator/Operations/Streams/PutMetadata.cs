using System.Text;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Service;

namespace IvsTools.Emulator.Operations.Streams;

/// <summary>Up to 1 KB into a live stream; 5 a second and channel, 155 a second and account.</summary>
internal static class PutMetadata
{
    public static JsonObject? Handle(Call call)
    {
        if (Encoding.UTF8.GetByteCount(call.Text("metadata")) > PutMetadataRequest.MaximumBytes)
            throw ApiException.Validation($"Value at 'metadata' failed to satisfy constraint: Member must have at most {PutMetadataRequest.MaximumBytes} bytes");
        GetStream.LiveStream(call);
        return call.State.Streams.TakeMetadata(call.Text("channelArn")) ? null : throw new ApiException("ThrottlingException", "Rate exceeded");
    }
}
