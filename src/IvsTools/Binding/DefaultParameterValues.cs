using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding;

/// <summary>The entries of $PSDefaultParameterValues in the current and the global scope.</summary>
internal sealed class DefaultParameterValues
{
    private readonly List<IDictionary> _scopes = SessionVariable.Values("PSDefaultParameterValues").OfType<IDictionary>()
        .Where(values => !LanguagePrimitives.IsTrue(values["Disabled"]))
        .ToList();

    /// <summary>Returns the entry that applies to a parameter, or null.</summary>
    /// <remarks>
    /// The keys have the format "command:parameter", and both parts can contain wildcards. If several entries match a parameter
    /// and have different values, PowerShell ignores these entries.
    /// </remarks>
    public DictionaryEntry? Find(string commandName, string parameter)
    {
        foreach (var values in _scopes)
        {
            var found = values.Cast<DictionaryEntry>()
                .Where(entry => new WildcardPattern(entry.Key.ToString(), WildcardOptions.IgnoreCase).IsMatch($"{commandName}:{parameter}"))
                .ToList();
            if (found.Count > 0)
                return found.TrueForAll(entry => Equals(entry.Value, found[0].Value)) ? found[0] : null;
        }
        return null;
    }
}
