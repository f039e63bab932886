using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Text;

namespace IvsTools.Binding;

/// <summary>A resource name or pattern that is specified instead of an ARN. Names are not unique.</summary>
internal sealed partial class ResourceName
{
    private readonly WildcardPattern _pattern;

    public ResourceName(string text)
    {
        // The service compares names case-sensitively, but patterns are not case-sensitive in PowerShell.
        HasWildcards = WildcardPattern.ContainsWildcardCharacters(text);
        _pattern = new WildcardPattern(text, HasWildcards ? WildcardOptions.IgnoreCase : WildcardOptions.None);
        Exact = HasWildcards ? null : text;
    }

    /// <summary>True if the name is a pattern. A pattern that does not match a resource is not an error.</summary>
    public bool HasWildcards { get; }

    /// <summary>The name, or null if it is a pattern.</summary>
    public string? Exact { get; }

    /// <summary>Returns true if the text can be a name or a pattern.</summary>
    // An ARN contains colons, so it does not match. The value of a stream key could be a valid name, so secrets are excluded.
    public static bool IsName(string text) => Name().IsMatch(text) && !SafeText.HoldsSecret(text) && IsValidPattern(text);

    public bool IsMatch(string? name) => _pattern.IsMatch(name ?? string.Empty);

    private static bool IsValidPattern(string text)
    {
        try
        {
            // The constructor does not parse the pattern, but IsMatch does.
            _ = new WildcardPattern(text).IsMatch(string.Empty);
            return true;
        }
        catch (WildcardPatternException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_*?\[\]-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
