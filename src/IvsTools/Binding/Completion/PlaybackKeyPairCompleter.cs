using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of playback key pairs.</summary>
public sealed class PlaybackKeyPairCompleter : ResourceCompleter
{
    internal override async Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken)
    {
        var request = client.SendAsync(Operations.ListPlaybackKeyPairs, new(MaxResults: 100), trace: null, cancellationToken);
        return (await request.ConfigureAwait(false)).KeyPairs;
    }
}
