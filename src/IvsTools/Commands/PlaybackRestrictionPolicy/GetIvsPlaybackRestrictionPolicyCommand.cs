using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets playback restriction policies by ARN, or lists the policies in a Region.</summary>
[Alias("Get-IvsPlaybackRestrictionPolicyList")]
[Cmdlet(VerbsCommon.Get, "IvsPlaybackRestrictionPolicy", DefaultParameterSetName = List)]
[OutputType(typeof(PlaybackRestrictionPolicy))]
public sealed class GetIvsPlaybackRestrictionPolicyCommand : IvsListCommand
{
    /// <summary>The ARNs to get. If omitted, all are listed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("PlaybackRestrictionPolicyArn")]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy)]
    [ArgumentCompleter(typeof(PlaybackRestrictionPolicyCompleter))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Send(arn, arn, Operations.GetPlaybackRestrictionPolicy, new(arn), answer => answer.PlaybackRestrictionPolicy);
        if (ParameterSetName == List)
        {
            WritePages(
                Operations.ListPlaybackRestrictionPolicies,
                (size, next) => new(size, next),
                page => (page.PlaybackRestrictionPolicies, page.NextToken));
        }
    }
}
