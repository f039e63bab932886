using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of all types of resources that the service can list for an account.</summary>
public sealed class TaggedResourceCompleter : ResourceCompleter
{
    private static readonly ResourceCompleter[] Types =
    [
        new ChannelCompleter(),
        new PlaybackKeyPairCompleter(),
        new PlaybackRestrictionPolicyCompleter(),
        new RecordingConfigurationCompleter(),
        new AdConfigurationCompleter(),
    ];

    internal override async Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(Types.Select(type => ListOrNoneAsync(type, client, cancellationToken))).ConfigureAwait(false);
        return lists.SelectMany(list => list ?? []);
    }

    // If the user does not have permission to list one type, the other types are still completed.
    private static async Task<IEnumerable<IvsResource>?> ListOrNoneAsync(
        ResourceCompleter type, IvsClient client, CancellationToken cancellationToken)
    {
        try
        {
            return await type.ListAsync(client, cancellationToken).ConfigureAwait(false);
        }
        catch (IvsServiceException)
        {
            return null;
        }
    }
}
