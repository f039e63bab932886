using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding;

/// <summary>The entries of $PSDefaultParameterValues in the current and the global scope.</summary>
internal sealed class DefaultParameterValues
{
    private readonly List<DictionaryEntry> _entries = SessionVariable.Values("PSDefaultParameterValues").OfType<IDictionary>()
        .Where(values => !LanguagePrimitives.IsTrue(values["Disabled"]))
        .SelectMany(values => values.Cast<DictionaryEntry>())
        .ToList();

    /// <summary>Returns the first entry that applies to a parameter, or null.</summary>
    /// <remarks>The keys have the format "command:parameter". The command and the parameter can contain wildcards.</remarks>
    public DictionaryEntry? Find(string commandName, string parameter)
    {
        foreach (var entry in _entries)
        {
            if (new WildcardPattern(entry.Key.ToString(), WildcardOptions.IgnoreCase).IsMatch($"{commandName}:{parameter}"))
                return entry;
        }
        return null;
    }
}
