using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the ARNs of stream keys. The user can also type the start of the channel's ARN or name.</summary>
internal sealed class StreamKeyCompleter : ServiceCompleter
{
    // The service lists the keys of one channel per call, and allows 5 of these calls per second.
    private const int MostChannels = 5;

    private protected override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken)
    {
        var page = await ResourceLists.Channels.FirstPageAsync(client, cancellationToken).ConfigureAwait(false);
        var channels = ResourceCompleter.Sort(page).ToList();
        var matching = channels.FindAll(channel => Matches(channel.Arn, channel.Name, word));
        var results = await Task.WhenAll(
            (matching.Count > 0 ? matching : channels).Take(MostChannels).Select(CompleteKeysAsync)).ConfigureAwait(false);
        return results.SelectMany(found => found).Where(key => matching.Count > 0 || ArgumentText.Begins(key.CompletionText, word));

        async Task<IEnumerable<CompletionResult>> CompleteKeysAsync(IvsResource channel)
        {
            var keys = client.SendAsync(Operations.ListStreamKeys, new(channel.Arn), trace: null, cancellationToken);
            var name = string.IsNullOrEmpty(channel.Name) ? channel.Arn : channel.Name;
            return (await keys.ConfigureAwait(false)).StreamKeys.Select(key => Named(key.Arn, name));
        }
    }
}
