using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Lists the stream sessions of channels as summaries, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "IvsStreamSessionList", DefaultParameterSetName = List)]
[OutputType(typeof(StreamSession))]
[ResponseType(typeof(ListStreamSessionsResponse))]
public sealed class GetIvsStreamSessionListCommand : IvsStreamSessionCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ChannelArn)
            WriteSessions(arn);
    }
}
