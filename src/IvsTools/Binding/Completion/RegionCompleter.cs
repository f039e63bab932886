using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the names of Amazon IVS Regions. Parameters also accept other Regions.</summary>
internal sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        IvsRegion.All.Where(region => ArgumentText.Begins(region, wordToComplete))
            .Select(region => new CompletionResult(region));
}
