using System.Reflection;
using System.Runtime.InteropServices;
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

    private readonly string[] _folders;

    // The package contains assemblies with native code for .NET 10 in a folder per platform. The other .NET versions cannot use it.
    private LoadContext(string folder)
        : base("IvsTools") => _folders = Environment.Version.Major == 10
            ? [Path.Combine(folder, RuntimeInformation.RuntimeIdentifier), folder]
            : [folder];

    /// <summary>An assembly of the module, loaded once per process, even if the module is imported several times.</summary>
    /// <param name="folder">The folder with IvsTools.dll and its dependencies.</param>
    /// <param name="name">The name of the assembly.</param>
    public static Assembly Load(string folder, string name)
    {
        lock (Gate)
        {
            _context ??= new LoadContext(folder);
            return _context.Find(name) ?? throw new FileNotFoundException($"The module does not contain {name}.", name);
        }
    }

    /// <inheritdoc/>
    // Other assemblies (the runtime, PowerShell and its dependencies) come from the default context.
    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName.Name!);

    private Assembly? Find(string name)
    {
        foreach (var folder in _folders)
        {
            var path = Path.Combine(folder, name + ".dll");
            if (File.Exists(path))
                return LoadFromAssemblyPath(path);
        }
        return null;
    }
}
