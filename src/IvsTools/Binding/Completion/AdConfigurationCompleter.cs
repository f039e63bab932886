using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of ad configurations.</summary>
public sealed class AdConfigurationCompleter : ResourceCompleter
{
    internal override async Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken)
    {
        var request = client.SendAsync(Operations.ListAdConfigurations, new(MaxResults: 100), trace: null, cancellationToken);
        return (await request.ConfigureAwait(false)).AdConfigurations;
    }
}
