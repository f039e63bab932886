using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IvsTools.Binding.Completion;

/// <summary>Completes $true and $false, because PowerShell does not complete nullable Boolean values.</summary>
internal sealed class TrueOrFalseCompleter : IArgumentCompleter
{
    private static readonly string[] Values = ["$true", "$false"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Values.Where(value => value.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value));
}
