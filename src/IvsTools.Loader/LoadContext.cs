using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace IvsTools.Loader;

/// <summary>
/// Loads the module's assemblies into a separate context, so that another module in the same session can load a different
/// version of AWSSDK.Core.
/// </summary>
public sealed class LoadContext : AssemblyLoadContext
{
    // IvsTools.Core has no cmdlets, but it must be imported. Otherwise, PowerShell does not find its types by name, such as
    // [IvsTools.StreamKey].
    private static readonly string[] Names = ["IvsTools", "IvsTools.Core"];
    private static readonly Lazy<Assembly[]> Loaded = new(LoadAll);

    private readonly string[] _folders;

    // The package contains a folder with precompiled assemblies for each common platform. Only .NET 10 can use these assemblies.
    private LoadContext(string folder)
        : base("IvsTools") => _folders = Environment.Version.Major == 10
            ? [Path.Combine(folder, RuntimeInformation.RuntimeIdentifier), folder]
            : [folder];

    /// <summary>The assemblies that the module imports. They are loaded once per process.</summary>
    public static IReadOnlyList<Assembly> ImportedAssemblies => Loaded.Value;

    /// <summary>The error message for the import of a second copy of the module.</summary>
    // A second copy cannot be imported, because the first copy cannot be unloaded, and both copies register views for the same types.
    public static string AnotherCopy =>
        $"Another copy of IvsTools is loaded in this session, from '{Folder}'. Start a new PowerShell session, and then import this copy.";

    // In the package, the assemblies are in a folder next to the module file. In a checkout, they are in the output folder.
    internal static bool IsOf(string moduleFolder) =>
        Folder == Path.GetFullPath(Path.Combine(moduleFolder, "bin"))
        || Folder == Path.GetFullPath(Path.Combine(moduleFolder, "../../output/IvsTools/bin"));

    private static string Folder => Path.GetDirectoryName(typeof(LoadContext).Assembly.Location)!;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        // If Find returns null, the default context loads the assembly, for example an assembly of .NET or PowerShell.
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
