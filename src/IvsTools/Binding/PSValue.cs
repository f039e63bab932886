using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace IvsTools.Binding;

/// <summary>Unwraps values that PowerShell passes as PSObject.</summary>
internal static class PSValue
{
    /// <summary>Returns the .NET object.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
