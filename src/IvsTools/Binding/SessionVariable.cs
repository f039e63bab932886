using System.Management.Automation;

namespace IvsTools.Binding;

/// <summary>Reads session variables with a script, because completers run outside a cmdlet.</summary>
internal static class SessionVariable
{
    /// <summary>Returns the value of a variable, or null if the variable does not exist.</summary>
    public static object? Value(string name) => Values(name).FirstOrDefault(value => value is not null);

    /// <summary>Returns the values of a variable in the current and the global scope.</summary>
    /// <remarks>
    /// At a prompt, a completer runs in the scope of the PSReadLine module, whose own $PSDefaultParameterValues hides the variable
    /// of the session.
    /// </remarks>
    public static IEnumerable<object?> Values(string name) => ScriptBlock.Create(
        "param($name) Get-Variable $name -ValueOnly -ErrorAction Ignore; Get-Variable $name -ValueOnly -Scope Global -ErrorAction Ignore")
        .Invoke(name).Select(PSValue.Unwrap);
}
