using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets one or all stream sessions of a channel.</summary>
[Cmdlet(VerbsCommon.Get, "IvsStreamSession", DefaultParameterSetName = ById)]
[OutputType(typeof(StreamSession))]
[ResponseType(typeof(GetStreamSessionResponse), typeof(ListStreamSessionsResponse))]
public sealed class GetIvsStreamSessionCommand : IvsStreamSessionCommand
{
    private const string ById = "Id";

    /// <summary>The ID of the session. If omitted, the cmdlet gets the newest session.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ById)]
    [ValidateStreamId]
    [ArgumentCompleter(typeof(StreamSessionCompleter))]
    public string? StreamId { get; set; }

    /// <summary>Lists all sessions as summaries, newest first.</summary>
    [Parameter(ParameterSetName = List)]
    [FlagTransformation]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ChannelArn)
        {
            if (All || IsPaged)
                WriteSessions(arn);
            else if (IsInputUsable(arn))
                Send(arn, arn, Operations.GetStreamSession, new(arn, StreamId), response => response.Of(arn));
        }
    }
}
