using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>
/// Gets channels with the batch operation. The response contains the channels, and an error for each ARN that was not found.
/// </summary>
[Cmdlet(VerbsCommon.Get, "IvsChannelBatch")]
[OutputType(typeof(BatchGetChannelResponse))]
[ResponseType(typeof(BatchGetChannelResponse))]
public sealed class GetIvsChannelBatchCommand : IvsBatchCommand
{
    /// <summary>The ARNs of the channels. The ARNs are sent in batches of 50.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arns", "ChannelArn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => SendBatches(Arn, ResourceBatches.Channels);
}
