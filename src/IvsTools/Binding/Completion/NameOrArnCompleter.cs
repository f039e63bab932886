using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IvsTools.Binding.Completion;

/// <summary>
/// Completes the name of a resource for a parameter that accepts names and ARNs. If several resources have the name, their ARNs are
/// completed. The tooltip contains the ARN.
/// </summary>
/// <typeparam name="T">The completer of the ARNs.</typeparam>
internal sealed class NameOrArnCompleter<T> : IArgumentCompleter
    where T : ResourceCompleter, new()
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var resources = new T().CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters).ToList();
        var names = resources.GroupBy(resource => resource.ListItemText, StringComparer.Ordinal).Where(group => group.Count() == 1)
            .Select(group => group.Key)
            .Where(name => ResourceName.IsName(name) && ArgumentText.Begins(name, wordToComplete))
            .ToHashSet(StringComparer.Ordinal);
        return ServiceCompleter.WithoutTyped(
            commandAst, resources.Select(resource => names.Contains(resource.ListItemText) ? Named(resource) : resource), wordToComplete);
    }

    private static CompletionResult Named(CompletionResult resource) =>
        new(ArgumentText.Of(resource.ListItemText), resource.ListItemText, resource.ResultType, resource.ToolTip);
}
