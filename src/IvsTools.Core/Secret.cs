namespace IvsTools;

/// <summary>Masks secrets. The masked form identifies a secret, but it cannot be used.</summary>
public static class Secret
{
    private const string Dots = "••••";

    /// <summary>
    /// Masks a secret. The prefix <c>sk_&lt;region&gt;_</c> of a stream key stays visible. Null and empty text do not
    /// change.
    /// </summary>
    public static string? Mask(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return value;
        var parts = value.Split('_');
        return parts is ["sk", { Length: > 0 } region, _, ..] ? $"sk_{region}_{Dots}" : Dots;
    }
}
