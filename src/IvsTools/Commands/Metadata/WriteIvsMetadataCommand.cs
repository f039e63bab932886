using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Sends text to live streams. All viewers receive the text at the same moment of the video.</summary>
/// <remarks>
/// The limits are 5 requests per second for a channel, and 155 for an account. The module delays further requests.
/// </remarks>
[Cmdlet(VerbsCommunications.Write, "IvsMetadata", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
[ResponseType(typeof(EmptyResponse))]
public sealed class WriteIvsMetadataCommand : IvsLiveChannelCommand
{
    /// <summary>The text, which has 1 to 1,024 bytes in UTF-8.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateMetadata]
    [MetadataTransformation]
    public string Metadata { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ChannelArn)
        {
            if (Confirmed(arn, "Put metadata into the stream"))
                Send(arn, arn, Operations.PutMetadata, new(arn, Metadata), _ => null);
        }
    }
}
