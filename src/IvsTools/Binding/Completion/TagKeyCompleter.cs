using System.Management.Automation;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the tag keys of the resource whose ARN the command line contains.</summary>
internal sealed class TagKeyCompleter : ServiceCompleter
{
    private protected override string ArnParameter => "ResourceArn";

    private protected override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken)
    {
        if (arn is null)
            return [];
        var request = client.SendAsync(Operations.ListTagsForResource, new(arn), trace: null, cancellationToken);
        var tags = (await request.ConfigureAwait(false)).Tags;
        return tags.Where(tag => ArgumentText.Begins(tag.Key, word)).OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => new CompletionResult(
                ArgumentText.Of(tag.Key),
                SafeText.Inert(tag.Key),
                CompletionResultType.ParameterValue,
                $"{SafeText.Inert(tag.Key)} = {SafeText.Inert(tag.Value)}".TrimEnd()));
    }
}
