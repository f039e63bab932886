using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace IvsTools.Binding.Completion;

/// <summary>Offers a hashtable with all members of the structure that the parameter accepts.</summary>
/// <remarks>Inside the braces, PowerShell itself completes the keys from the properties of the parameter's type.</remarks>
internal sealed class StructureCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        string.IsNullOrEmpty(wordToComplete)
        && CommandType.Of(commandName)?.GetProperty(parameterName)?.GetCustomAttribute<StructureTransformationAttribute>() is { } structure
            ? [new CompletionResult(Template(structure.Type))]
            : [];

    private static string Template(Type type)
    {
        var members = Structure.ConstructorOf(type).GetParameters();
        return $"@{{ {string.Join("; ", members.Select(member => $"{member.Name} = {Value(member.ParameterType)}"))} }}";
    }

    private static string Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "''"
            : type == typeof(bool) ? "$true"
            : type.IsValueType ? "0"
            : type.IsGenericType ? "@()"
            : Template(type);
    }
}
