using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>
/// Completes values that the service returns. If the endpoint is slow or returns an error, there are no completions.
/// </summary>
internal abstract class ServiceCompleter : IArgumentCompleter
{
    // The user waits at the prompt, so completion must end within half a second, including the time outside this class.
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(350);

    /// <summary>
    /// The parameter that specifies the ARN of the resource to which the completed values belong. Null if the values do not belong
    /// to a resource.
    /// </summary>
    private protected virtual string? ArnParameter => null;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var arn = ArnParameter is { } parameter ? TypedArn.Of(parameter, commandAst, fakeBoundParameters) : null;
            var connection = TypedConnection.Of(commandName, fakeBoundParameters, Limit);
            using var stop = new CancellationTokenSource(Limit);
            var token = stop.Token;
            // The search for credentials can be as slow as the call, so the time limit applies to both.
            var values = Task.Run(() => CompleteAsync(IvsClient.For(connection.Settings(arn), token), arn, wordToComplete, token), token);
            return values.Wait(Limit) ? WithoutTyped(commandAst, values.Result, wordToComplete) : [];
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return [];
        }
    }

    /// <param name="client">The client for the connection on the command line.</param>
    /// <param name="arn">The value of <see cref="ArnParameter"/>. Null if the command line does not contain the ARN.</param>
    /// <param name="word">The word at the cursor.</param>
    /// <param name="cancellationToken">Canceled at the time limit.</param>
    private protected abstract Task<IEnumerable<CompletionResult>> CompleteAsync(
        IvsClient client, string? arn, string? word, CancellationToken cancellationToken);

    /// <summary>Returns true if the word is the start of the value, such as an ARN, or of the name that the menu shows.</summary>
    /// <remarks>
    /// If several ARNs match, PowerShell replaces the word with their common start, such as arn:aws:ivs:us-west-2:123456789012:channel/.
    /// If the user then types the start of a resource name after the slash, that name is completed.
    /// </remarks>
    private protected static bool Matches(string value, string? name, string? word)
    {
        var start = (word?.LastIndexOf('/') ?? -1) + 1;
        return ArgumentText.Begins(value, word)
            || (ArgumentText.Begins(value, word?[..start]) && ArgumentText.Begins(name, word?[start..]));
    }

    /// <summary>Returns the completion for a value, such as an ARN. The menu shows the name.</summary>
    private protected static CompletionResult Named(string value, string? name) => new(
        ArgumentText.Of(value), string.IsNullOrEmpty(name) ? value : name, CompletionResultType.ParameterValue, $"{name} {value}".Trim());

    /// <summary>Returns the values that the command line does not contain yet.</summary>
    internal static List<CompletionResult> WithoutTyped(CommandAst command, IEnumerable<CompletionResult> values, string? word)
    {
        var used = Items(command).Where(item => item != word).Select(ArgumentText.Of).ToHashSet(StringComparer.Ordinal);
        return values.Where(value => !used.Contains(value.CompletionText)).ToList();
    }

    // Returns the items that the user has already typed, such as -TagKey team, stage. A list that ends with a comma is an
    // ErrorExpressionAst.
    private static IEnumerable<string> Items(CommandAst command) =>
        command.FindAll(
            part => part is StringConstantExpressionAst { Parent: ArrayLiteralAst or ErrorExpressionAst }, searchNestedScriptBlocks: false)
            .Select(part => ((StringConstantExpressionAst)part).Value);
}
