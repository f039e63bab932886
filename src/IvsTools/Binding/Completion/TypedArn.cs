using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IvsTools.Binding.Completion;

/// <summary>Finds an ARN on a command line. The ARN can be an argument, or a constant or variable before the pipe.</summary>
internal static class TypedArn
{
    /// <summary>
    /// Returns the first ARN, or null if it is not found. An ARN in the output of a command is not found, because completion does
    /// not run commands.
    /// </summary>
    public static string? Of(string parameter, CommandAst command, IDictionary? typed) =>
        LanguagePrimitives.TryConvertTo<string[]>(typed?[parameter] ?? BeforePipe(command), out var texts)
        && texts?.FirstOrDefault() is { } text
        // Text that is not an ARN could be a secret, such as a stream key, which completion must not send.
        && IvsArn.RegionOf(text) is not null
            ? text
            : null;

    private static object? BeforePipe(CommandAst command)
    {
        if (command.Parent is not PipelineAst { PipelineElements: [CommandExpressionAst input, var next, ..] } || next != command)
            return null;
        return input.Expression switch
        {
            StringConstantExpressionAst text => text.Value,
            VariableExpressionAst variable => SessionVariable.Value(variable.VariablePath.UserPath),
            _ => null,
        };
    }
}
