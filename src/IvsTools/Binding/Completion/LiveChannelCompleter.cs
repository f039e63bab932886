using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the ARNs of live channels or, if no channel is live, of all channels.</summary>
internal sealed class LiveChannelCompleter : ServiceCompleter
{
    private protected override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken)
    {
        var streams = client.SendAsync(Operations.ListStreams, new(MaxResults: ResourceLists.LargestPage), trace: null, cancellationToken);
        // A stream does not contain the name of its channel.
        var channels = ResourceLists.Channels.FirstPageAsync(client, cancellationToken);
        await Task.WhenAll(streams, channels).ConfigureAwait(false);
        var names = (await channels.ConfigureAwait(false)).ToDictionary(channel => channel.Arn, channel => channel.Name);
        var live = (await streams.ConfigureAwait(false)).Streams.Select(stream => stream.ChannelArn).OfType<string>().ToList();
        return (live.Count > 0 ? live : names.Keys.AsEnumerable())
            .Select(channel => (Arn: channel, Name: names.GetValueOrDefault(channel)))
            .Where(channel => Matches(channel.Arn, channel.Name, word))
            .OrderBy(channel => string.IsNullOrEmpty(channel.Name))
            .ThenBy(channel => channel.Name, StringComparer.OrdinalIgnoreCase)
            .Select(channel => Named(channel.Arn, channel.Name));
    }
}
