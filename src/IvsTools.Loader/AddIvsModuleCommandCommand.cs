using System.Management.Automation;
using System.Reflection;

namespace IvsTools.Loader;

/// <summary>Adds the commands of an imported assembly to the calling module. The module does not export this cmdlet.</summary>
/// <remarks>
/// PowerShell adds the commands of an assembly only when it imports the assembly for the first time. Later imports find the
/// assembly in PowerShell's cache and do not add the commands, and there is no public API that adds them:
/// https://github.com/PowerShell/PowerShell/issues/20710
/// </remarks>
[Cmdlet(VerbsCommon.Add, "IvsModuleCommand")]
public sealed class AddIvsModuleCommandCommand : PSCmdlet
{
    /// <summary>The module that contains the commands.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSModuleInfo InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var module = SessionState.Module;
        if (module is null || module.ExportedCmdlets.Count > 0)
            return;
        // Delegates are faster here, because MethodInfo.Invoke would generate code for each method.
        var addCmdlet = Method<Action<PSModuleInfo, CmdletInfo>>("AddExportedCmdlet");
        foreach (var cmdlet in InputObject.ExportedCmdlets.Values)
            addCmdlet(module, cmdlet);
        var addAlias = Method<Action<PSModuleInfo, AliasInfo>>("AddExportedAlias");
        foreach (var alias in InputObject.ExportedAliases.Values)
            addAlias(module, alias);
    }

    private static T Method<T>(string name)
        where T : Delegate =>
        typeof(PSModuleInfo).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<T>();
}
