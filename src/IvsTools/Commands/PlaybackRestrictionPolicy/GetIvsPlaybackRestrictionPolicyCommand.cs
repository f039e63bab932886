using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets playback restriction policies by ARN, or lists the policies in a Region.</summary>
[Alias("Get-IvsPlaybackRestrictionPolicyList")]
[Cmdlet(VerbsCommon.Get, "IvsPlaybackRestrictionPolicy", DefaultParameterSetName = List)]
[OutputType(typeof(PlaybackRestrictionPolicy))]
[ResponseType(typeof(GetPlaybackRestrictionPolicyResponse), typeof(ListPlaybackRestrictionPoliciesResponse))]
public sealed class GetIvsPlaybackRestrictionPolicyCommand : IvsListCommand
{
    /// <summary>The ARNs or names of the policies. Names can contain wildcards. If omitted, the cmdlet lists all policies.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("PlaybackRestrictionPolicyArn")]
    [ValidateIvsArn(ArnKind.PlaybackRestrictionPolicy, OrName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameOrArnCompleter<PlaybackRestrictionPolicyCompleter>))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ArnsOf(Arn, ResourceLists.PlaybackRestrictionPolicies))
            Send(arn, arn, Operations.GetPlaybackRestrictionPolicy, new(arn), response => response.PlaybackRestrictionPolicy);
        if (ParameterSetName == List)
            WritePages(ResourceLists.PlaybackRestrictionPolicies);
    }
}
