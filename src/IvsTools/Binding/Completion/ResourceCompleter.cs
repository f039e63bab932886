using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARN of an existing resource. The user can type the start of the ARN or of the name.</summary>
public abstract class ResourceCompleter : ServiceCompleter
{
    /// <summary>Lists up to 100 resources, because completion does not need more than one page.</summary>
    internal abstract Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken);

    /// <summary>Sorts resources by type and name. Within a type, resources without a name are last.</summary>
    internal static IEnumerable<T> Sort<T>(IEnumerable<T> resources)
        where T : IvsResource => resources
        .OrderBy(r => r.GetType().Name, StringComparer.Ordinal)
        .ThenBy(r => string.IsNullOrEmpty(r.Name))
        .ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase);

    private protected virtual IEnumerable<CompletionResult> Complete(IEnumerable<IvsResource> resources, string? word) =>
        resources.Where(r => Matches(r.Arn, r.Name, word)).Select(r => Named(r.Arn, r.Name));

    private protected sealed override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken) =>
        Complete(Sort(await ListAsync(client, cancellationToken).ConfigureAwait(false) ?? []), word);
}
