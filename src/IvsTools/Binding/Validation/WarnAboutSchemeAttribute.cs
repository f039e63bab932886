using IvsTools.Text;
using IvsTools.Tokens;

namespace IvsTools.Binding.Validation;

/// <summary>Warns about an origin with a misspelled scheme. Other schemes are valid, for example in apps.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class WarnAboutSchemeAttribute : Attribute, IValueWarning
{
    public string? Warning(string parameter, string value) => ViewerTokenRules.MisspelledScheme(value) is { } scheme
        ? $"The scheme of the origin {SafeText.Quote(value)} is not http or https. Did you mean {scheme}?"
        : null;
}
