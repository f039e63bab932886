using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace IvsTools.Binding;

/// <summary>Unwraps values that PowerShell passes as PSObject.</summary>
internal static class PSValue
{
    /// <summary>Returns the .NET object.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>Returns true for a list or an object, which cannot be converted to useful text.</summary>
    // For example, an array would become System.Object[].
    public static bool IsListOrObject(object? value) => Unwrap(value) is PSCustomObject or (IEnumerable and not string);
}
