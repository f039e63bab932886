using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of recording configurations.</summary>
public sealed class RecordingConfigurationCompleter : ResourceCompleter
{
    internal override async Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken)
    {
        var request = client.SendAsync(Operations.ListRecordingConfigurations, new(MaxResults: 100), trace: null, cancellationToken);
        return (await request.ConfigureAwait(false)).RecordingConfigurations;
    }
}
