using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of playback restriction policies.</summary>
public sealed class PlaybackRestrictionPolicyCompleter : ResourceCompleter
{
    internal override async Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken)
    {
        var request = client.SendAsync(Operations.ListPlaybackRestrictionPolicies, new(MaxResults: 100), trace: null, cancellationToken);
        return (await request.ConfigureAwait(false)).PlaybackRestrictionPolicies;
    }
}
