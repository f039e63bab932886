using System.Management.Automation;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Sends text into live streams, to all their viewers at the same moment of the video.</summary>
/// <remarks>The service takes 5 a second and channel, 155 a second and account; more wait here for their turn.</remarks>
[Cmdlet(VerbsCommunications.Write, "IvsMetadata", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class WriteIvsMetadataCommand : IvsLiveChannelCommand
{
    /// <summary>One call at a time: what is written to a stream must come in the order in which it was said.</summary>
    public WriteIvsMetadataCommand() => ThrottleLimit = 1;

    /// <summary>1 to 1,024 bytes, counted in UTF-8.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateMetadata]
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
