using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets the live streams of channels, or lists the Region's.</summary>
[Alias("Get-IvsStreamList")]
[Cmdlet(VerbsCommon.Get, "IvsStream", DefaultParameterSetName = List)]
[OutputType(typeof(LiveStream))]
public sealed class GetIvsStreamCommand : IvsListCommand
{
    /// <summary>The channels; without it every live stream is listed, as summaries.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("Arn")]
    [ValidateIvsArn(IvsArn.ChannelPattern, "channel", ArnExample.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ChannelPattern, Options = RegexOptions.None)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string[] ChannelArn { get; set; } = [];

    /// <summary>Lists only the streams that do so.</summary>
    [Parameter(ParameterSetName = List)]
    [Alias("FilterBy_Health")]
    [ValidateSet("HEALTHY", "STARVING", "UNKNOWN")]
    [UpperCaseTransformation]
    public string? Health { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ChannelArn)
            Send(arn, arn, Operations.GetStream, new(arn), answer => answer.Stream);
        if (ParameterSetName == List)
        {
            var filter = Health is null ? null : new StreamFilters(Health);
            WritePages(Operations.ListStreams, (size, next) => new(filter, size, next), page => (page.Streams, page.NextToken));
        }
    }
}
