using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace IvsTools.Binding.Completion;

/// <summary>Completes -Select with *, the members of the response, and the parameters of the cmdlet.</summary>
internal sealed class SelectCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (CommandType.Of(commandName) is not { } command || command.GetProperty(parameterName)?.DeclaringType is not { } common)
            return [];
        // The connection parameters are omitted, because they are the same for all cmdlets, and some of them are secrets. They are declared
        // in the class that declares -Select, or in its base class.
        var parameters = command.GetProperties()
            .Where(property => property.IsDefined(typeof(ParameterAttribute)) && property.DeclaringType!.IsSubclassOf(common))
            .Select(property => "^" + property.Name);
        return Members(command).Prepend("*").Concat(parameters).Distinct(StringComparer.Ordinal)
            .Where(text => ArgumentText.Begins(text, wordToComplete))
            .Select(text => new CompletionResult(text == "*" ? "'*'" : text, text, CompletionResultType.ParameterValue, text));
    }

    private static IEnumerable<string> Members(Type command) =>
        (command.GetCustomAttribute<ResponseTypeAttribute>()?.Responses ?? []).SelectMany(response => response.GetProperties())
            .Select(member => member.Name);
}
