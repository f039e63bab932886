using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IvsTools.Parameters;

/// <summary>Completes the resolutions that a viewer token may be bound to.</summary>
public sealed class ResolutionCompleter : IArgumentCompleter
{
    private static readonly string[] Resolutions = ["SD", "HD", "FULL_HD"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Resolutions
            .Where(value => value.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value));
}
