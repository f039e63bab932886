using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace IvsTools.Loader;

/// <summary>
/// Loads the module's assemblies from the module folder. Another module can load a different version of AWSSDK.Core in the
/// same session.
/// </summary>
public sealed class LoadContext : AssemblyLoadContext
{
    // PowerShell finds a type name such as [IvsTools.StreamKey] only in imported assemblies. Therefore, assemblies without
    // cmdlets are also imported.
    private static readonly string[] Names = ["IvsTools", "IvsTools.Core"];
    private static readonly Lazy<Assembly[]> Loaded = new(LoadAll);

    private readonly string[] _folders;

    // For each platform, the package contains a folder with native code. Only .NET 10 can use this code.
    private LoadContext(string folder)
        : base("IvsTools") => _folders = Environment.Version.Major == 10
            ? [Path.Combine(folder, RuntimeInformation.RuntimeIdentifier), folder]
            : [folder];

    /// <summary>The assemblies that the module imports. The assemblies are loaded once per process.</summary>
    public static IReadOnlyList<Assembly> ImportedAssemblies => Loaded.Value;

    /// <summary>The error message for the import of a second copy of the module.</summary>
    // .NET cannot unload the cmdlets of the other copy. The views of the two copies would conflict.
    public static string AnotherCopy =>
        $"Another copy of IvsTools is loaded in this session, from '{Folder}'. Start a new PowerShell session, and then import this copy.";

    // In the package, the assemblies are next to the module file. In a repository clone, the assemblies are in the output folder.
    internal static bool IsOf(string moduleFolder) =>
        Folder == Path.GetFullPath(Path.Combine(moduleFolder, "bin"))
        || Folder == Path.GetFullPath(Path.Combine(moduleFolder, "../../output/IvsTools/bin"));

    private static string Folder => Path.GetDirectoryName(typeof(LoadContext).Assembly.Location)!;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        // The default context loads all other assemblies, such as the runtime, PowerShell and its dependencies.
        Find(assemblyName.Name!);

    private static Assembly[] LoadAll()
    {
        var context = new LoadContext(Folder);
        return [.. Names.Select(name =>
            context.Find(name) ?? throw new FileNotFoundException($"The module does not contain {name}.", name))];
    }

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
