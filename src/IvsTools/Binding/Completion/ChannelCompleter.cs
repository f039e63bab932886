using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of channels.</summary>
public class ChannelCompleter : ResourceCompleter
{
    internal override async Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken)
    {
        var request = client.SendAsync(Operations.ListChannels, new(MaxResults: 100), trace: null, cancellationToken);
        return (await request.ConfigureAwait(false)).Channels;
    }
}
