using System.Management.Automation;
using System.Reflection;

namespace IvsTools.Loader;

/// <summary>Returns the assemblies that the module imports. The module does not export this cmdlet.</summary>
/// <remarks>The cmdlet writes its errors instead of throwing them, so that the module file does not need a catch block.</remarks>
[Cmdlet(VerbsCommon.Get, "IvsModuleAssembly")]
[OutputType(typeof(Assembly))]
public sealed class GetIvsModuleAssemblyCommand : PSCmdlet
{
    /// <summary>The folder of the module file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string ModuleFolder { get; set; } = null!;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            RequireFullLanguage();
            if (!LoadContext.IsOf(ModuleFolder))
                throw new PSInvalidOperationException(LoadContext.AnotherCopy);
            WriteObject(LoadContext.ImportedAssemblies, enumerateCollection: true);
        }
        catch (Exception e) when (e is PSNotSupportedException or PSInvalidOperationException or IOException or BadImageFormatException)
        {
            WriteError(new ErrorRecord(e, "ImportFailed", ErrorCategory.ResourceUnavailable, ModuleFolder));
        }
    }

    private void RequireFullLanguage()
    {
        if (SessionState.LanguageMode != PSLanguageMode.FullLanguage)
        {
            throw new PSNotSupportedException(
                $"IvsTools requires the language mode FullLanguage, but the language mode of this session is {SessionState.LanguageMode}. "
                    + "An administrator can allow the module in the application control policy.");
        }
    }
}
