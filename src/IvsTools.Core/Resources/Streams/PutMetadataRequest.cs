namespace IvsTools.Service;

internal sealed partial record PutMetadataRequest
{
    /// <summary>The maximum size of the UTF-8 metadata in bytes.</summary>
    public const int MaximumBytes = 1024;
}
