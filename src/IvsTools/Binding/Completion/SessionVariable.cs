using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>A variable of the session. A completer is not a cmdlet, so it can read variables only with a script.</summary>
internal static class SessionVariable
{
    /// <summary>The value of a variable. Null if it does not exist.</summary>
    public static object? Value(string name) => PSValue.Unwrap(
        ScriptBlock.Create("param($name) Get-Variable $name -ValueOnly -ErrorAction Ignore").Invoke(name).FirstOrDefault());
}
