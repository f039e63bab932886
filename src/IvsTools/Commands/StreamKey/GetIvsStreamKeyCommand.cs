using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets stream keys, by their own ARNs or by their channels'.</summary>
[Alias("Get-IvsStreamKeyBatch", "Get-IvsStreamKeyList")]
[Cmdlet(VerbsCommon.Get, "IvsStreamKey", DefaultParameterSetName = ByArn)]
[OutputType(typeof(StreamKey))]
public sealed class GetIvsStreamKeyCommand : IvsBatchGetCommand<StreamKey>
{
    private const string ByArn = "Arn";
    private const string ByChannel = "Channel";

    /// <summary>The keys; many become calls of 50.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [ValidateIvsArn(IvsArn.StreamKeyPattern, "stream key", ArnExample.StreamKey)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.StreamKeyPattern, Options = RegexOptions.None)]
    public string[] Arn { get; set; } = [];

    /// <summary>The channels whose keys are wanted.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByChannel)]
    [ValidateIvsArn(IvsArn.ChannelPattern, "channel", ArnExample.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ChannelPattern, Options = RegexOptions.None)]
    public string[] ChannelArn { get; set; } = [];

    /// <summary>A channel, as Get-IvsChannel emits it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "ChannelObject")]
    public Channel? Channel { get; set; }

    private protected override string BatchOperation => Operations.BatchGetStreamKey.Name;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Add(arn);
        foreach (var channelArn in Channel is null ? ChannelArn : [Channel.Arn!])
            Start(channelArn, channelArn, async (session, stop) => await StreamKeys.OfChannelAsync(session, channelArn, stop).ConfigureAwait(false));
    }

    private protected override async Task<StreamKey?> GetOneAsync(IvsSession session, string arn, CancellationToken cancellationToken) =>
        (await session.SendAsync(Operations.GetStreamKey, new(arn), cancellationToken).ConfigureAwait(false)).StreamKey;

    private protected override async Task<(IReadOnlyList<StreamKey>? Found, IReadOnlyList<BatchError>? Errors)> GetManyAsync(
        IvsSession session, IReadOnlyList<string> arns, CancellationToken cancellationToken)
    {
        var answer = await session.SendAsync(Operations.BatchGetStreamKey, new(arns), cancellationToken).ConfigureAwait(false);
        return (answer.StreamKeys, answer.Errors);
    }
}
