namespace IvsTools;

/// <summary>Masks secrets for display.</summary>
public static class Secret
{
    private const string Dots = "••••";

    /// <summary>
    /// Masks a secret, except the prefix <c>sk_&lt;region&gt;_</c> of a stream key. Null and empty text are returned unchanged.
    /// </summary>
    public static string? Mask(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return value;
        var parts = value.Split('_');
        return parts is ["sk", { Length: > 0 } region, _, ..] ? $"sk_{region}_{Dots}" : Dots;
    }
}
