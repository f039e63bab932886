using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>
/// Gets stream keys with the batch operation. The response contains the stream keys, and an error for each ARN that was not
/// found.
/// </summary>
[Cmdlet(VerbsCommon.Get, "IvsStreamKeyBatch")]
[OutputType(typeof(BatchGetStreamKeyResponse))]
[ResponseType(typeof(BatchGetStreamKeyResponse))]
public sealed class GetIvsStreamKeyBatchCommand : IvsBatchCommand
{
    /// <summary>The ARNs of the stream keys. The ARNs are sent in batches of 50.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arns", "StreamKeyArn")]
    [ValidateIvsArn(ArnKind.StreamKey)]
    [ArgumentCompleter(typeof(StreamKeyCompleter))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => SendBatches(Arn, ResourceBatches.StreamKeys);
}
