using System.Management.Automation;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets playback key pairs with their fingerprints: by ARN, or all of the Region.</summary>
[Alias("Get-IvsPlaybackKeyPairList")]
[Cmdlet(VerbsCommon.Get, "IvsPlaybackKeyPair", DefaultParameterSetName = List)]
[OutputType(typeof(PlaybackKeyPair))]
public sealed class GetIvsPlaybackKeyPairCommand : IvsListCommand
{
    /// <summary>The key pairs; without it all of the Region.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("PlaybackKeyPairArn")]
    [ValidateIvsArn(ArnKind.PlaybackKeyPair)]
    [ArgumentCompleter(typeof(PlaybackKeyPairCompleter))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Send(arn, arn, Operations.GetPlaybackKeyPair, new(arn), answer => answer.KeyPair);
        if (ParameterSetName != List)
            return;
        // The service's list leaves the fingerprint out, and a Region holds three: each is asked for, unless it is the list that is wanted.
        if (WantsPages)
            WritePages(Operations.ListPlaybackKeyPairs, (size, next) => new(size, next), page => (page.KeyPairs, page.NextToken));
        else
            WriteEach(null, null, session => PlaybackKeyPairs.AllAsync(session), pair => pair);
    }
}
