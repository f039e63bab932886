using System.Collections;
using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Replaces the stream key of a channel with a new one.</summary>
[Cmdlet(VerbsCommon.Reset, "IvsStreamKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(StreamKey))]
[ResponseType(typeof(CreateStreamKeyResponse))]
public sealed class ResetIvsStreamKeyCommand : IvsRemoveCommand
{
    /// <summary>The channel.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string ChannelArn { get; set; } = null!;

    /// <summary>The tags for the new key. If omitted, the new key gets the tags of the old key.</summary>
    [Parameter]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var (channelArn, tags) = (ChannelArn, Specified(Tag));
        if (Confirmed(channelArn, "Delete the stream key and create a new one"))
        {
            Start(
                channelArn,
                channelArn,
                async (context, stop) =>
                    new CreateStreamKeyResponse(await StreamKeyReset.ResetAsync(context, channelArn, tags, stop).ConfigureAwait(false)),
                response => response.StreamKey);
        }
    }

    // A reset is completed even if the pipeline is stopped. The host writes the result, because the pipeline has ended.
    private protected override void WriteUnseen(object? target, Task work, IReadOnlyList<CallTrace> calls)
    {
        if (work.IsCompletedSuccessfully)
        {
            Host.UI.WriteWarningLine(
                $"{target} has a new stream key, although the pipeline was stopped. Get-IvsStreamKey -ChannelArn shows the new key.");
        }
        else if (work.Exception?.InnerException is IvsServiceException failure)
        {
            Host.UI.WriteErrorLine($"{failure.Message} {ServiceErrors.ActionFor(failure)}");
        }
    }
}
