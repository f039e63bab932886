using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the URLs of the emulators in this process.</summary>
internal sealed class LocalEndpointCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        LocalEndpoints.All.Where(endpoint => ArgumentText.Begins(endpoint.Url, wordToComplete))
            .OrderBy(endpoint => endpoint.Url, StringComparer.Ordinal)
            .Select(endpoint => new CompletionResult(
                endpoint.Url, endpoint.Url, CompletionResultType.ParameterValue, $"{endpoint.Url} {endpoint.Region}"));
}
