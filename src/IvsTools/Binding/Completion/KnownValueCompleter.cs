using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace IvsTools.Parameters;

/// <summary>Completes the values in the KnownValues attribute of a parameter.</summary>
public sealed class KnownValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        ValuesOf(commandName, parameterName)
            .Where(value => value.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(value));

    private static IReadOnlyList<string> ValuesOf(string commandName, string parameterName) =>
        typeof(KnownValueCompleter).Assembly.GetExportedTypes()
            .FirstOrDefault(type => type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet && IsNamed(cmdlet, commandName))
            ?.GetProperty(parameterName)?.GetCustomAttribute<KnownValuesAttribute>()?.Values ?? [];

    private static bool IsNamed(CmdletAttribute cmdlet, string commandName) =>
        $"{cmdlet.VerbName}-{cmdlet.NounName}".Equals(commandName, StringComparison.OrdinalIgnoreCase);
}
