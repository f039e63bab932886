using System.Globalization;
using System.Text;

namespace IvsTools.Tokens;

/// <summary>What a stranger wrote, as a message shows it: in quotes, cut short, and with nothing in it that a terminal would act on.</summary>
internal static class Quoted
{
    // No ARN and no origin that is one is longer.
    private const int Shown = IvsArn.MaximumLength;

    public static string Text(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Shown)))
            quoted = char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format ? quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : quoted.Append(c);
        return quoted.Append(text.Length > Shown ? "…'" : "'").ToString();
    }
}
