namespace IvsTools.Service;

/// <summary>1 to 1,024 bytes of text that travel inside the live stream; 5 a second and channel.</summary>
public sealed record PutMetadataRequest(string ChannelArn, string Metadata)
{
    /// <summary>The most that the service takes, counted in UTF-8.</summary>
    public const int MaximumBytes = 1024;
}
