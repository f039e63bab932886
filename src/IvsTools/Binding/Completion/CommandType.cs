using System.Management.Automation;
using System.Reflection;

namespace IvsTools.Binding.Completion;

/// <summary>Finds the class of a cmdlet during completion.</summary>
internal static class CommandType
{
    /// <summary>Returns the class of a cmdlet in this module, or null for other commands.</summary>
    public static Type? Of(string commandName) => typeof(CommandType).Assembly.GetExportedTypes()
        .FirstOrDefault(type => type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet && IsNamed(cmdlet, commandName));

    private static bool IsNamed(CmdletAttribute cmdlet, string commandName) =>
        $"{cmdlet.VerbName}-{cmdlet.NounName}".Equals(commandName, StringComparison.OrdinalIgnoreCase);
}
