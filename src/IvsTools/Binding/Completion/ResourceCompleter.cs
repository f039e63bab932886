using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARN or name of an existing resource.</summary>
public abstract class ResourceCompleter : ServiceCompleter
{
    /// <summary>Lists up to 100 resources, because completion does not need more than one page.</summary>
    internal abstract Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken);

    private protected virtual IEnumerable<CompletionResult> Complete(IEnumerable<IvsResource> resources, string word) =>
        resources.Where(r => Begins(r.Arn, word) || (word.Length > 0 && Begins(r.Name, word)))
            .Select(r => new CompletionResult(
                r.Arn, string.IsNullOrEmpty(r.Name) ? r.Arn : r.Name, CompletionResultType.ParameterValue, $"{r.Name} {r.Arn}".Trim()));

    private protected sealed override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string word, CancellationToken cancellationToken) =>
        Complete(await ListAsync(client, cancellationToken).ConfigureAwait(false) ?? [], word);
}
