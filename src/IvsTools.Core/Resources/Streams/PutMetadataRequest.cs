namespace IvsTools.Service;

public sealed partial record PutMetadataRequest
{
    /// <summary>The maximum size of the metadata, in bytes of UTF-8.</summary>
    public const int MaximumBytes = 1024;
}
