using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>A variable of the session. A completer is not a cmdlet, so it can read variables only with a script.</summary>
internal static class SessionVariable
{
    /// <summary>The value of a variable. Null if it does not exist.</summary>
    public static object? Value(string name) => Values(name).FirstOrDefault(value => value is not null);

    /// <summary>The values of a variable in the current scope and in the global scope.</summary>
    /// <remarks>
    /// At a prompt, a completer runs in the scope of the module PSReadLine. Every module has a $PSDefaultParameterValues of its own, which
    /// hides the variable of the session.
    /// </remarks>
    public static IEnumerable<object?> Values(string name) => ScriptBlock.Create(
        "param($name) Get-Variable $name -ValueOnly -ErrorAction Ignore; Get-Variable $name -ValueOnly -Scope Global -ErrorAction Ignore")
        .Invoke(name).Select(PSValue.Unwrap);
}
