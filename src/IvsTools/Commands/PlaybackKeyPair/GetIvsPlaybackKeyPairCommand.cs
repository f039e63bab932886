using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets playback key pairs with their fingerprints.</summary>
[Alias("Get-IvsPlaybackKeyPairList")]
[Cmdlet(VerbsCommon.Get, "IvsPlaybackKeyPair", DefaultParameterSetName = List)]
[OutputType(typeof(PlaybackKeyPair))]
[ResponseType(typeof(GetPlaybackKeyPairResponse), typeof(ListPlaybackKeyPairsResponse))]
public sealed class GetIvsPlaybackKeyPairCommand : IvsListCommand
{
    /// <summary>
    /// The ARNs or names of the key pairs. Names can contain wildcards. If omitted, the cmdlet gets all key pairs in the Region.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("PlaybackKeyPairArn")]
    [ValidateIvsArn(ArnKind.PlaybackKeyPair, OrName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameOrArnCompleter<PlaybackKeyPairCompleter>))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ArnsOf(Arn, ResourceLists.PlaybackKeyPairs))
            Send(arn, arn, Operations.GetPlaybackKeyPair, new(arn), response => response.KeyPair);
        if (ParameterSetName != List)
            return;
        // The list does not contain the fingerprints, so the cmdlet gets each key pair. A Region can have only three.
        if (WantsPages)
            WritePages(ResourceLists.PlaybackKeyPairs);
        else
            WriteResources(ResourceLists.PlaybackKeyPairs, Operations.GetPlaybackKeyPair, arn => new(arn), response => response.KeyPair);
    }
}
