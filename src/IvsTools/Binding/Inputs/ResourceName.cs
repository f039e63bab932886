using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Parameters;

/// <summary>The name of a resource instead of its ARN, with or without wildcards. Names are not unique.</summary>
internal sealed partial class ResourceName
{
    private readonly WildcardPattern _pattern;

    public ResourceName(string text)
    {
        // A name is case-sensitive for the service. A pattern is not, as in other cmdlets.
        HasWildcards = WildcardPattern.ContainsWildcardCharacters(text);
        _pattern = new WildcardPattern(text, HasWildcards ? WildcardOptions.IgnoreCase : WildcardOptions.None);
        Exact = HasWildcards ? null : text;
    }

    /// <summary>True for a pattern, for which it is not an error that nothing matches.</summary>
    public bool HasWildcards { get; }

    /// <summary>The name without wildcards. Null for a pattern.</summary>
    public string? Exact { get; }

    /// <summary>True for text that can be a name or a pattern. An ARN has colons, and a stream key could be a name.</summary>
    public static bool IsName(string text) => Name().IsMatch(text) && !SafeText.HoldsSecret(text);

    public bool IsMatch(string? name) => name is not null && _pattern.IsMatch(name);

    [GeneratedRegex(@"\A[a-zA-Z0-9_*?\[\]-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
