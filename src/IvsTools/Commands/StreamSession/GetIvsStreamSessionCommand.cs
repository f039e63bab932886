using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets a stream session of a channel: the newest, one by its id, or all.</summary>
[Alias("Get-IvsStreamSessionList")]
[Cmdlet(VerbsCommon.Get, "IvsStreamSession", DefaultParameterSetName = ById)]
[OutputType(typeof(StreamSession))]
public sealed class GetIvsStreamSessionCommand : IvsListCommand
{
    private const string ById = "Id";

    /// <summary>The channels.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] ChannelArn { get; set; } = [];

    /// <summary>Which session; without it the newest.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ById)]
    [ValidateLength(26, 26)]
    [ValidatePattern(@"\Ast-[a-zA-Z0-9]+\z", Options = RegexOptions.None)]
    public string? StreamId { get; set; }

    /// <summary>Lists all sessions, newest first, as summaries.</summary>
    [Parameter(ParameterSetName = List)]
    [RefuseSecret]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ChannelArn)
        {
            if (ParameterSetName == List || IsCalled("List"))
            {
                WritePages(
                    Operations.ListStreamSessions,
                    (size, next) => new(arn, size, next),
                    page => (page.Of(arn), page.NextToken),
                    arn);
            }
            else
            {
                Send(arn, arn, Operations.GetStreamSession, new(arn, StreamId), answer => answer.Of(arn));
            }
        }
    }
}
