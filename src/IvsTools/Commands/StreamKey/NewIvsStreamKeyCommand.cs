using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Creates the stream key of a channel that does not have one.</summary>
[Cmdlet(VerbsCommon.New, "IvsStreamKey", SupportsShouldProcess = true)]
[OutputType(typeof(StreamKey))]
[ResponseType(typeof(CreateStreamKeyResponse))]
public sealed class NewIvsStreamKeyCommand : IvsChangeCommand
{
    /// <summary>The channel.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ValidateLength(1, IvsArn.MaximumLength)]
    [ValidatePattern(IvsArn.ChannelPattern, Options = RegexOptions.None)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string ChannelArn { get; set; } = null!;

    /// <summary>The tags for the new key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Confirmed(ChannelArn, "Create stream key"))
            Send(ChannelArn, ChannelArn, Operations.CreateStreamKey, new(ChannelArn, Specified(Tag)), response => response.StreamKey);
    }
}
