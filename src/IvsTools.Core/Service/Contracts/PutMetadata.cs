namespace IvsTools.Service;

/// <summary>1 to 1,024 bytes of text that are inserted into the live stream. 5 requests per second per channel.</summary>
public sealed record PutMetadataRequest(string ChannelArn, string Metadata)
{
    /// <summary>The maximum length in UTF-8.</summary>
    public const int MaximumBytes = 1024;
}
