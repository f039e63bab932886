using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>
/// Completes the ARN of an existing resource. The user can type the start of the ARN or of the name. The first page of each list is
/// enough for completion.
/// </summary>
internal abstract class ResourceCompleter(params IResourceList[] lists) : ServiceCompleter
{
    /// <summary>Sorts resources by type and name. Within a type, resources without a name are last.</summary>
    internal static IEnumerable<T> Sort<T>(IEnumerable<T> resources)
        where T : IvsResource => resources
        .OrderBy(r => r.GetType().Name, StringComparer.Ordinal)
        .ThenBy(r => string.IsNullOrEmpty(r.Name))
        .ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase);

    private protected virtual IEnumerable<CompletionResult> Complete(IEnumerable<IvsResource> resources, string? word)
    {
        var matches = resources.Where(r => Matches(r.Arn, r.Name, word)).ToLookup(r => ArgumentText.Begins(r.Arn, word));
        // Names do not have to be unique, so the menu shows the ID of a resource whose name occurs twice.
        return matches[matches.Contains(true)]
            .GroupBy(r => r.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Select(
                r => Named(r.Arn, !string.IsNullOrEmpty(r.Name) && same.Count() > 1 ? $"{r.Name} ({r.Id})" : r.Name)));
    }

    private protected sealed override async Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken)
    {
        var pages = await Task.WhenAll(lists.Select(list => FirstPageOrNoneAsync(list, client, cancellationToken))).ConfigureAwait(false);
        return Complete(Sort(pages.SelectMany(page => page)), word);
    }

    // If the user does not have permission to list one type, the other types are still completed.
    private static async Task<IReadOnlyList<IvsResource>> FirstPageOrNoneAsync(
        IResourceList list, IvsClient client, CancellationToken cancellationToken)
    {
        try
        {
            return await list.FirstPageAsync(client, cancellationToken).ConfigureAwait(false);
        }
        catch (IvsServiceException)
        {
            return [];
        }
    }
}
