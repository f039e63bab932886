using System.Management.Automation;

namespace IvsTools.Parameters;

/// <summary>Reads session variables with a script, because a completer is not a cmdlet.</summary>
internal static class SessionVariable
{
    /// <summary>Returns the value of a variable, or null if the variable does not exist.</summary>
    public static object? Value(string name) => PSValue.Unwrap(
        ScriptBlock.Create("param($name) Get-Variable $name -ValueOnly -ErrorAction Ignore").Invoke(name).FirstOrDefault());
}
