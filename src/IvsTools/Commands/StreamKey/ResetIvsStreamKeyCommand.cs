using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gives a channel a new stream key in place of the one that it has.</summary>
[Cmdlet(VerbsCommon.Reset, "IvsStreamKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(StreamKey))]
public sealed class ResetIvsStreamKeyCommand : IvsRemoveCommand
{
    /// <summary>The channel.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(IvsArn.ChannelPattern, "channel", ArnExample.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ChannelPattern, Options = RegexOptions.None)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string ChannelArn { get; set; } = null!;

    /// <summary>Tags for the new key; without it the old key's stay.</summary>
    [Parameter]
    [Alias("Tags")]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var (channelArn, tags) = (ChannelArn, TagSet.From(Tag));
        if (Confirmed(channelArn, "Delete the stream key and create a new one"))
        {
            Start(
                channelArn,
                channelArn,
                async (session, stop) => new CreateStreamKeyResponse(await StreamKeyReset.ResetAsync(session, channelArn, tags, stop).ConfigureAwait(false)),
                answer => answer.StreamKey);
        }
    }
}
