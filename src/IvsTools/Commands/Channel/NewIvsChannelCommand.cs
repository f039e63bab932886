using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Creates a channel, which comes with its stream key.</summary>
[Cmdlet(VerbsCommon.New, "IvsChannel", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class NewIvsChannelCommand : IvsCommand
{
    /// <summary>0 to 128 of letters, digits, '-' and '_'.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateIvsName]
    [ValidateLength(0, ValidateIvsNameAttribute.MaximumLength)]
    [ValidatePattern(ValidateIvsNameAttribute.Pattern, Options = RegexOptions.None)]
    public string? Name { get; set; }

    /// <summary>LOW unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("NORMAL", "LOW")]
    public string? LatencyMode { get; set; }

    /// <summary>STANDARD unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("BASIC", "STANDARD", "ADVANCED_SD", "ADVANCED_HD")]
    public string? Type { get; set; }

    /// <summary>True for a private channel.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool? Authorized { get; set; }

    /// <summary>Tags for the channel.</summary>
    [Parameter]
    [Alias("Tags")]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // ValidateSet takes either case; the service does not.
        var request = new CreateChannelRequest(Name, LatencyMode?.ToUpperInvariant(), Type?.ToUpperInvariant(), Authorized, Tags: TagSet.From(Tag));
        if (ShouldProcess(Name ?? "(unnamed)", "Create channel"))
            Send(Name, null, Operations.CreateChannel, request, answer => answer.ChannelWithKey());
    }
}
