using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Ends the live streams of channels. An encoder that still has a valid stream key can reconnect.</summary>
[Cmdlet(VerbsLifecycle.Stop, "IvsStream", SupportsShouldProcess = true)]
[ResponseType(typeof(EmptyResponse))]
public sealed class StopIvsStreamCommand : IvsLiveChannelCommand
{
    /// <summary>Waits until the channel is no longer live.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Wait { get; set; }

    /// <summary>The time limit for -Wait in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    [RejectSecret]
    [NullIsDefault(120)]
    public int WaitTimeoutSec { get; set; } = 120;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var limit = TimeSpan.FromSeconds(WaitTimeoutSec);
        foreach (var arn in ChannelArn)
        {
            if (!Confirmed(arn, "Stop stream"))
                continue;
            if (Wait)
                Start(arn, arn, (context, stop) => Streams.StopAsync(context, arn, limit, stop), _ => null);
            else
                Send(arn, arn, Operations.StopStream, new(arn), _ => null);
        }
    }
}
