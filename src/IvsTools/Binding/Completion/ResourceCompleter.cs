using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes existing resources by the start of their ARN or name.</summary>
public abstract class ResourceCompleter : ServiceCompleter
{
    /// <summary>The first page of 100 resources is sufficient for completion.</summary>
    internal abstract Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken);

    private protected virtual IEnumerable<CompletionResult> Complete(IEnumerable<IvsResource> resources, string word) =>
        resources.Where(r => Begins(r.Arn, word) || (word.Length > 0 && Begins(r.Name, word)))
            .Select(r => new CompletionResult(
                r.Arn, string.IsNullOrEmpty(r.Name) ? r.Arn : r.Name, CompletionResultType.ParameterValue, $"{r.Name} {r.Arn}".Trim()));

    private protected sealed override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string word, CancellationToken cancellationToken) =>
        Complete(await ListAsync(client, cancellationToken).ConfigureAwait(false) ?? [], word);
}
