using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IvsTools.Parameters;

/// <summary>Finds an ARN on a command line. The ARN can be an argument, or a constant or variable before the pipe.</summary>
internal static class TypedArn
{
    /// <summary>
    /// Returns the first ARN. Returns null if the command line does not contain the value. Completion does not run commands.
    /// </summary>
    public static string? Of(string parameter, CommandAst command, IDictionary? typed) =>
        LanguagePrimitives.TryConvertTo<string[]>(typed?[parameter] ?? BeforePipe(command), out var texts)
        && texts?.FirstOrDefault() is { } text
        // Other text could be a secret, such as a stream key. Completion must not send a secret.
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
