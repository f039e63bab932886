using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace IvsTools.Binding;

/// <summary>Values as PowerShell passes them.</summary>
internal static class PSValue
{
    /// <summary>The .NET object in a value that PowerShell wraps, for example to add note properties.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
