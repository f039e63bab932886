namespace IvsTools.Service;

internal static partial class Operations
{
    private static string Named(string? name) => string.IsNullOrEmpty(name) ? string.Empty : $" named '{name}'";
}
