using System.Collections;
using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gives a channel a new stream key in place of the one that it has.</summary>
[Cmdlet(VerbsCommon.Reset, "IvsStreamKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(StreamKey))]
public sealed class ResetIvsStreamKeyCommand : IvsRemoveCommand
{
    /// <summary>The channel.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string ChannelArn { get; set; } = null!;

    /// <summary>Tags for the new key; without it the old key's stay.</summary>
    [Parameter]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var (channelArn, tags) = (ChannelArn, Given(Tag));
        if (Confirmed(channelArn, "Delete the stream key and create a new one"))
        {
            Start(
                channelArn,
                channelArn,
                async (session, stop) => new CreateStreamKeyResponse(await StreamKeyReset.ResetAsync(session, channelArn, tags, stop).ConfigureAwait(false)),
                answer => answer.StreamKey);
        }
    }

    // A reset that has begun is finished although the pipeline was stopped. Only the host can still show how it ended.
    private protected override void TellUnseen(object? target, Task<object?> work)
    {
        if (work.IsCompletedSuccessfully)
            Host.UI.WriteWarningLine($"{target} has a new stream key, although the pipeline was stopped. Get-IvsStreamKey -ChannelArn shows it.");
        else if (work.Exception?.InnerException is IvsServiceException failure)
            Host.UI.WriteErrorLine($"{failure.Message} {ServiceErrors.ActionFor(failure)}");
    }
}
