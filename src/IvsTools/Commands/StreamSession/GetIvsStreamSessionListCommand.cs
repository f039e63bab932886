using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Lists the stream sessions of channels as summaries, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "IvsStreamSessionList", DefaultParameterSetName = List)]
[OutputType(typeof(StreamSession))]
public sealed class GetIvsStreamSessionListCommand : IvsStreamSessionCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ChannelArn)
            WriteSessions(arn);
    }
}
