using System.Management.Automation;
using System.Reflection;

namespace IvsTools.Loader;

/// <summary>
/// Adds the commands of an imported assembly to the module whose file runs this cmdlet. The module does not export this cmdlet.
/// </summary>
/// <remarks>
/// PowerShell adds the commands of an assembly only when the assembly is imported for the first time. A later import finds the assembly
/// in the cache of PowerShell, and its commands are not added. Export-ModuleMember does not find the commands either, and PowerShell
/// has no public way to add them:
/// https://github.com/PowerShell/PowerShell/issues/20710
/// </remarks>
[Cmdlet(VerbsCommon.Add, "IvsModuleCommand")]
public sealed class AddIvsModuleCommandCommand : PSCmdlet
{
    /// <summary>The module of the assembly.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSModuleInfo InputObject { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var module = SessionState.Module;
        if (module is null || module.ExportedCmdlets.Count > 0)
            return;
        // A call with reflection would generate code for each of the two methods, which takes more time than the calls.
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
