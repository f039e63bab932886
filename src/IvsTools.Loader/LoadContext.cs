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
    // Assemblies without cmdlets are imported for their types: [IvsTools.StreamKey] is found only in imported assemblies.
    private static readonly string[] Names = ["IvsTools", "IvsTools.Core"];
    private static readonly Lazy<Assembly[]> Loaded = new(LoadAll);

    private readonly string[] _folders;

    // The package contains a folder with native code for .NET 10 for each platform. Other .NET versions cannot use native code for .NET 10.
    private LoadContext(string folder)
        : base("IvsTools") => _folders = Environment.Version.Major == 10
            ? [Path.Combine(folder, RuntimeInformation.RuntimeIdentifier), folder]
            : [folder];

    /// <summary>The assemblies that the module imports, loaded once per process, even if the module is imported several times.</summary>
    public static IReadOnlyList<Assembly> ImportedAssemblies => Loaded.Value;

    /// <summary>The error if a copy of the module in another folder is imported.</summary>
    // .NET cannot unload the cmdlets of the other copy, and the views of both would collide.
    public static string AnotherCopy =>
        $"Another copy of IvsTools is loaded in this session, from '{Folder}'. Start a new PowerShell session, and then import this copy.";

    // In the package, the assemblies are next to the module file. In a checkout, they are in the folder output.
    internal static bool IsOf(string moduleFolder) =>
        Folder == Path.GetFullPath(Path.Combine(moduleFolder, "bin"))
        || Folder == Path.GetFullPath(Path.Combine(moduleFolder, "../../output/IvsTools/bin"));

    private static string Folder => Path.GetDirectoryName(typeof(LoadContext).Assembly.Location)!;

    /// <inheritdoc/>
    // Other assemblies (the runtime, PowerShell and its dependencies) come from the default context.
    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName.Name!);

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
