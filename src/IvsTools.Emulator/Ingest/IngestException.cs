namespace IvsTools.Emulator.Ingest;

/// <summary>The reason why the emulator rejects an encoder or ends its stream.</summary>
internal sealed class IngestException(IngestReason reason, string message, string? channelArn = null, Exception? inner = null)
    : Exception(message, inner)
{
    public IngestReason Reason { get; } = reason;

    public string? ChannelArn { get; } = channelArn;
}
