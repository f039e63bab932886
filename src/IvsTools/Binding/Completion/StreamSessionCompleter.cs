using System.Management.Automation;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the IDs of stream sessions, newest first. The command line must contain the ARN of the channel.</summary>
internal sealed class StreamSessionCompleter : ServiceCompleter
{
    private protected override string ArnParameter => "ChannelArn";

    private protected override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken)
    {
        if (arn is null)
            return [];
        var request = client.SendAsync(
            Operations.ListStreamSessions, new(arn, MaxResults: ResourceLists.LargestPage), trace: null, cancellationToken);
        var sessions = (await request.ConfigureAwait(false)).StreamSessions;
        return sessions.Where(session => ArgumentText.Begins(session.StreamId, word)).OrderByDescending(session => session.StartTime)
            .Select(session => new CompletionResult(
                session.StreamId, session.StreamId, CompletionResultType.ParameterValue, ToolTip(session)));
    }

    private static string ToolTip(StreamSession session) =>
        $"{LocalTime.InList(session.StartTime)} to {LocalTime.InList(session.EndTime) ?? "now"}";
}
