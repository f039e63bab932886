using System.Reflection;
using System.Runtime.Loader;

namespace IvsTools.Loader;

/// <summary>
/// Loads the assemblies of the module from its own folder, so that the AWSSDK.Core of another module
/// can be loaded in the same PowerShell.
/// </summary>
public sealed class LoadContext : AssemblyLoadContext
{
    private static readonly object Gate = new();
    private static LoadContext? _context;

    private readonly string _folder;

    private LoadContext(string folder)
        : base("IvsTools") => _folder = folder;

    /// <summary>An assembly of the module, loaded once per process, even if the module is imported several times.</summary>
    /// <param name="folder">The folder with IvsTools.dll and its dependencies.</param>
    /// <param name="name">The name of the assembly.</param>
    public static Assembly Load(string folder, string name)
    {
        lock (Gate)
        {
            _context ??= new LoadContext(folder);
            return _context.LoadFromAssemblyPath(Path.Combine(folder, name + ".dll"));
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Other assemblies (the runtime, PowerShell and its dependencies) come from the default context.
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
