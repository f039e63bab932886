using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets channels by ARN, or lists the Region's.</summary>
[Alias("Get-IvsChannelBatch", "Get-IvsChannelList")]
[Cmdlet(VerbsCommon.Get, "IvsChannel", DefaultParameterSetName = All)]
[OutputType(typeof(Channel))]
public sealed class GetIvsChannelCommand : IvsBatchGetCommand<Channel>
{
    private const string All = "List";
    private const int PageSize = 100;

    /// <summary>The channels; many become calls of 50. Without it all are listed, as summaries.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Arn")]
    [Alias("ChannelArn")]
    [ValidateIvsArn(IvsArn.ChannelPattern, "channel", ArnExample.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ChannelPattern, Options = RegexOptions.None)]
    public string[] Arn { get; set; } = [];

    /// <summary>Lists only the channels of exactly this name.</summary>
    [Parameter(ParameterSetName = All)]
    [Alias("Name")]
    [ValidateIvsName]
    [ValidateLength(0, ValidateIvsNameAttribute.MaximumLength)]
    [ValidatePattern(ValidateIvsNameAttribute.Pattern, Options = RegexOptions.None)]
    public string? FilterByName { get; set; }

    private protected override string BatchOperation => Operations.BatchGetChannel.Name;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Add(arn);
        if (ParameterSetName == All)
        {
            WritePages(
                Operations.ListChannels,
                next => new(FilterByName, MaxResults: PageSize, NextToken: next),
                page => (page.Channels, page.NextToken));
        }
    }

    private protected override async Task<Channel?> GetOneAsync(IvsSession session, string arn, CancellationToken cancellationToken) =>
        (await session.SendAsync(Operations.GetChannel, new(arn), cancellationToken).ConfigureAwait(false)).Channel;

    private protected override async Task<(IReadOnlyList<Channel>? Found, IReadOnlyList<BatchError>? Errors)> GetManyAsync(
        IvsSession session, IReadOnlyList<string> arns, CancellationToken cancellationToken)
    {
        var answer = await session.SendAsync(Operations.BatchGetChannel, new(arns), cancellationToken).ConfigureAwait(false);
        return (answer.Channels, answer.Errors);
    }
}
