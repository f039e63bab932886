using System.Reflection;
using System.Runtime.Loader;

namespace IvsTools.Loader;

/// <summary>
/// Loads the module's assemblies from the module's own folder, so that an AWSSDK.Core of another module and ours
/// can live in one PowerShell.
/// </summary>
public sealed class LoadContext : AssemblyLoadContext
{
    private static readonly object Gate = new();
    private static LoadContext? _context;

    private readonly string _folder;

    private LoadContext(string folder)
        : base("IvsTools") => _folder = folder;

    /// <summary>One of the module's assemblies: loaded once a process, however often the module is imported.</summary>
    /// <param name="folder">The folder that holds IvsTools.dll and what it needs.</param>
    /// <param name="name">The assembly's name.</param>
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
        // What is not here (the runtime, PowerShell and what it brings) comes from the default context.
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
