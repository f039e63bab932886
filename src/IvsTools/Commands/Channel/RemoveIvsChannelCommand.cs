using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Deletes channels and their stream keys. The cmdlet can stop a live stream first.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsChannelCommand : IvsRemoveCommand
{
    /// <summary>The channels.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ChannelArn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] Arn { get; set; } = [];

    /// <summary>Stops the live stream, and waits until the channel is no longer live.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter StopStream { get; set; }

    /// <summary>The time limit for -StopStream in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    [RejectSecret]
    [NullIsDefault(120)]
    public int WaitTimeoutSec { get; set; } = 120;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var limit = TimeSpan.FromSeconds(WaitTimeoutSec);
        foreach (var arn in Arn)
        {
            if (!StopStream)
                Remove(arn, "Delete channel", Operations.DeleteChannel, new(arn));
            else if (Confirmed(arn, "Stop the stream and delete channel"))
                Start(arn, arn, (context, stop) => Streams.StopAndDeleteChannelAsync(context, arn, limit, stop), _ => null);
        }
    }
}
