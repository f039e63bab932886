using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>
/// Completes playback URLs. If the command line contains the ARN of a channel, only the URL of this channel is suggested.
/// Otherwise, the user can type the start of a channel's name.
/// </summary>
internal sealed class PlaybackUrlCompleter : ServiceCompleter
{
    private protected override string ArnParameter => "ChannelArn";

    // The list of channels does not contain the URLs, so the channels are also requested with the batch operation.
    private protected override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken)
    {
        var arns = arn is null ? await ListAsync(client, cancellationToken).ConfigureAwait(false) : [arn];
        if (arns.Length == 0)
            return [];
        var batch = client.SendAsync(Operations.BatchGetChannel, new(arns), trace: null, cancellationToken);
        var channels = ResourceCompleter.Sort((await batch.ConfigureAwait(false)).Channels ?? []);
        return from channel in channels
               let url = channel.PlaybackUrl
               where !string.IsNullOrEmpty(url) && Matches(url, channel.Name, word)
               select Named(url, channel.Name);
    }

    private static async Task<string[]> ListAsync(IvsClient client, CancellationToken cancellationToken)
    {
        var list = client.SendAsync(Operations.ListChannels, new(MaxResults: ResourceBatches.LargestBatch), trace: null, cancellationToken);
        return [.. (await list.ConfigureAwait(false)).Channels.Select(channel => channel.Arn)];
    }
}
