using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Inserts an ad break into the live streams of channels that have an ad configuration.</summary>
[Cmdlet(VerbsCommon.Add, "IvsAdBreak", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
[ResponseType(typeof(InsertAdBreakResponse))]
public sealed class AddIvsAdBreakCommand : IvsLiveChannelCommand
{
    /// <summary>The maximum length of the break in seconds, from 1 to 300.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("DurationSeconds")]
    [WholeNumberTransformation(typeof(int), 1, 300)]
    public int DurationSecond { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ChannelArn)
        {
            if (Confirmed(arn, $"Insert an ad break of {DurationSecond} s"))
                Send(arn, arn, Operations.InsertAdBreak, new(arn, DurationSecond), response => response.AdBreakId);
        }
    }
}
