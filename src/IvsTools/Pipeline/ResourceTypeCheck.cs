using System.Management.Automation;
using System.Reflection;
using IvsTools.Errors;

namespace IvsTools.Pipeline;

/// <summary>
/// Rejects resources of other types. Otherwise, a new or updated channel would get the name of a piped recording configuration, but
/// would not use this configuration.
/// </summary>
/// <param name="cmdlet">The cmdlet. Its parameters must not contain values from pipeline input yet.</param>
internal sealed class ResourceTypeCheck(PSCmdlet cmdlet)
{
    // PowerShell stores a script block that it evaluates for each input, such as -Name { $_.Name }, in an object of this internal type.
    private readonly bool _hasScriptBlock =
        cmdlet.MyInvocation.BoundParameters.Values.Any(value => value?.GetType().Name is "DelayedScriptBlockArgument");

    private readonly ArnRule? _wanted =
        Enum.TryParse<ArnKind>(cmdlet.GetType().GetCustomAttribute<CmdletAttribute>()!.NounName["Ivs".Length..], out var kind)
            ? ArnRule.Of(kind)
            : null;

    /// <summary>Returns an error if the input is a resource of another type.</summary>
    /// <param name="input">The input.</param>
    /// <param name="read">The parameters that are read from the input.</param>
    public ErrorRecord? Check(PSObject input, IReadOnlySet<string> read)
    {
        if (_wanted is null
            || PSValue.Unwrap(input.Properties["Arn"]?.Value) is not string arn
            || ArnRule.OfArn(arn) is not { } actual
            || actual == _wanted)
        {
            return null;
        }
        // A row that also has a column for another parameter, such as Path, is not a copy of a resource, so it is accepted.
        if (read.Any(name => name is not ("Name" or "Tag")) || (_hasScriptBlock && !read.Contains("Name")))
            return null;
        return ErrorRecords.Invalid(
            "WrongResourceType",
            $"The input is {actual.Name}, not {_wanted.Name}. The input was not processed.",
            arn,
            "To use a value of the input, specify it as a parameter"
                + (Example(input, actual.Kind) is { } example
                    ? $", such as: … | ForEach-Object {{ {cmdlet.MyInvocation.MyCommand.Name} … {example} }}"
                    : "."));
    }

    private string? Example(PSObject input, ArnKind kind) =>
        Array.Find(cmdlet.GetType().GetProperties(), p => p.GetCustomAttribute<ValidateIvsArnAttribute>()?.Kind == kind) is { } parameter
            ? $"-{parameter.Name} $_.Arn"
            : input.Properties["Name"]?.Value is null or "" ? null : "-Name $_.Name";
}
