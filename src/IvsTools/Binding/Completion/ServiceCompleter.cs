using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>
/// Completes values that the service returns. If the endpoint is slow or returns an error, there are no completions.
/// </summary>
public abstract class ServiceCompleter : IArgumentCompleter
{
    // Completion at a prompt must not take longer than half a second.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(350);

    /// <summary>The parameter that contains the ARN. Null if the values do not belong to an ARN.</summary>
    private protected virtual string? ArnParameter => null;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var arn = ArnParameter is { } parameter ? TypedArn.Of(parameter, commandAst, fakeBoundParameters) : null;
            if (arn is null && ArnParameter is not null)
                return [];
            var connection = TypedConnection.Of(commandName, fakeBoundParameters, Limit);
            using var stop = new CancellationTokenSource(Limit);
            var token = stop.Token;
            // The search for credentials can take as long as the call.
            var values = Task.Run(() => CompleteAsync(IvsClient.For(connection.Settings(arn)), arn, wordToComplete, token), token);
            return values.Wait(Limit) ? values.Result.ToList() : [];
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return [];
        }
    }

    private protected abstract Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken);
}
