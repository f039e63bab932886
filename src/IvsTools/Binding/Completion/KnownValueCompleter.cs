using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the values in the KnownValues attribute of a parameter.</summary>
internal sealed class KnownValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        ValuesOf(commandName, parameterName)
            .Where(value => ArgumentText.Begins(value, wordToComplete))
            .Select(value => new CompletionResult(value));

    private static IReadOnlyList<string> ValuesOf(string commandName, string parameterName) =>
        CommandType.Of(commandName)?.GetProperty(parameterName)?.GetCustomAttribute<KnownValuesAttribute>()?.Values ?? [];
}
