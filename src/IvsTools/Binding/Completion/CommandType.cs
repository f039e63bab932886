using System.Management.Automation;
using System.Reflection;

namespace IvsTools.Parameters;

/// <summary>The class of a cmdlet on a command line during completion.</summary>
internal static class CommandType
{
    /// <summary>The class of a cmdlet of this module. Null for other commands.</summary>
    public static Type? Of(string commandName) => typeof(CommandType).Assembly.GetExportedTypes()
        .FirstOrDefault(type => type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet && IsNamed(cmdlet, commandName));

    private static bool IsNamed(CmdletAttribute cmdlet, string commandName) =>
        $"{cmdlet.VerbName}-{cmdlet.NounName}".Equals(commandName, StringComparison.OrdinalIgnoreCase);
}
