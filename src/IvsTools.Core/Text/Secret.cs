namespace IvsTools.Text;

/// <summary>Masks secrets for display.</summary>
internal static class Secret
{
    /// <summary>The text that replaces a secret.</summary>
    public const string Masked = "••••";

    /// <summary>
    /// Masks a secret, except the prefix <c>sk_&lt;region&gt;_</c> of a stream key. Null and empty text are returned unchanged.
    /// </summary>
    public static string? Mask(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return value;
        var parts = value.Split('_');
        return parts is ["sk", { Length: > 0 } region, _, ..] ? $"sk_{region}_{Masked}" : Masked;
    }
}
