using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes what exists at the endpoint in use, by the beginning of its ARN or of its name. Too slow an endpoint completes nothing; so does an error.</summary>
public abstract class ResourceCompleter : IArgumentCompleter
{
    // Half a second is what a person at a prompt bears; the rest goes into what is about the call.
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
            // To find the credentials may take its time too.
            var listing = Task.Run(() => ListAsync(IvsClient.For(connection.Settings(arn: null)), token), token);
            return listing.Wait(Limit) ? Complete(listing.Result ?? [], (wordToComplete ?? string.Empty).Trim('\'', '"')).ToList() : [];
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return [];
        }
    }

    /// <summary>The first page: a hundred is more than anyone reads.</summary>
    private protected abstract Task<IEnumerable<IvsResource>?> ListAsync(IvsClient client, CancellationToken cancellationToken);

    private protected virtual IEnumerable<CompletionResult> Complete(IEnumerable<IvsResource> resources, string word) =>
        resources.Where(r => Begins(r.Arn, word) || (word.Length > 0 && Begins(r.Name, word)))
            .Select(r => new CompletionResult(r.Arn, string.IsNullOrEmpty(r.Name) ? r.Arn : r.Name, CompletionResultType.ParameterValue, $"{r.Name} {r.Arn}".Trim()));

    private protected static bool Begins(string? text, string word) => text?.StartsWith(word, StringComparison.OrdinalIgnoreCase) is true;
}
