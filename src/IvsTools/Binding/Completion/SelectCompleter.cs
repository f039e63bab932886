using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes -Select with *, the members of the response, and the parameters of the cmdlet.</summary>
public sealed class SelectCompleter : IArgumentCompleter
{
    // The verbs of a cmdlet and of its API operations can be different.
    private static readonly Dictionary<string, string[]> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Get"] = ["Get", "List"],
        ["New"] = ["Create"],
        ["Update"] = ["Update"],
        ["Import"] = ["Import"],
        ["Add"] = ["Insert"],
        ["Start"] = ["BatchStart"],
    };

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (CommandType.Of(commandName) is not { } command)
            return [];
        var parameters = command.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.IsDefined(typeof(ParameterAttribute)))
            .Select(property => "^" + property.Name);
        return Members(commandName).Prepend("*").Concat(parameters).Distinct(StringComparer.Ordinal)
            .Where(text => ArgumentText.Begins(text, wordToComplete))
            .Select(text => new CompletionResult(text == "*" ? "'*'" : text, text, CompletionResultType.ParameterValue, text));
    }

    private static IEnumerable<string> Members(string commandName)
    {
        if (commandName.Split("-Ivs", 2) is not [var verb, var noun] || !Verbs.TryGetValue(verb, out var verbs))
            return [];
        return from operation in typeof(Operations).GetFields(BindingFlags.Public | BindingFlags.Static)
               where verbs.Any(one => IsNamed(operation.Name, one + noun))
               from member in operation.FieldType.GetGenericArguments()[1].GetProperties()
               select member.Name;
    }

    // The names of list operations end in a plural noun, such as ListChannels, so only the start of the name must match.
    private static bool IsNamed(string operation, string name) =>
        operation.StartsWith(name.EndsWith('y') ? name[..^1] : name, StringComparison.OrdinalIgnoreCase)
        && operation.Length <= name.Length + 2;
}
