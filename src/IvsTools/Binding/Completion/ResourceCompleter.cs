using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>
/// Completes existing resources by the start of their ARN or name. If the endpoint is slow or returns an error, there are no completions.
/// </summary>
public abstract class ResourceCompleter : IArgumentCompleter
{
    // Completion at a prompt must not take longer than half a second.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(350);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var connection = TypedConnection.Of(commandName, fakeBoundParameters, Limit);
            using var stop = new CancellationTokenSource(Limit);
            var token = stop.Token;
            // The search for credentials can also be slow.
            var listing = Task.Run(() => ListAsync(IvsClient.For(connection.Settings(arn: null)), token), token);
            return listing.Wait(Limit) ? Complete(listing.Result ?? [], (wordToComplete ?? string.Empty).Trim('\'', '"')).ToList() : [];
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return [];
        }
    }

    /// <summary>The first page of 100 resources is sufficient for completion.</summary>
    private protected abstract Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken);

    private protected virtual IEnumerable<CompletionResult> Complete(IEnumerable<IvsResource> resources, string word) =>
        resources.Where(r => Begins(r.Arn, word) || (word.Length > 0 && Begins(r.Name, word)))
            .Select(r => new CompletionResult(
                r.Arn, string.IsNullOrEmpty(r.Name) ? r.Arn : r.Name, CompletionResultType.ParameterValue, $"{r.Name} {r.Arn}".Trim()));

    private protected static bool Begins(string? text, string word) => text?.StartsWith(word, StringComparison.OrdinalIgnoreCase) is true;
}
