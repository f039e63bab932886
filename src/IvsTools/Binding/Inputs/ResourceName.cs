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
        // A name is case-sensitive for the service. A pattern is not case-sensitive, as in other cmdlets.
        HasWildcards = WildcardPattern.ContainsWildcardCharacters(text);
        _pattern = new WildcardPattern(text, HasWildcards ? WildcardOptions.IgnoreCase : WildcardOptions.None);
        Exact = HasWildcards ? null : text;
    }

    /// <summary>True for a pattern. A pattern without a matching resource is not an error.</summary>
    public bool HasWildcards { get; }

    /// <summary>The name without wildcards. Null for a pattern.</summary>
    public string? Exact { get; }

    /// <summary>True for text that can be a name or a pattern.</summary>
    // An ARN contains colons, so it does not match. The value of a stream key would match, so secrets are excluded.
    public static bool IsName(string text) => Name().IsMatch(text) && !SafeText.HoldsSecret(text);

    public bool IsMatch(string? name) => name is not null && _pattern.IsMatch(name);

    [GeneratedRegex(@"\A[a-zA-Z0-9_*?\[\]-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
