namespace IvsTools;

/// <summary>The masked form of a secret, which identifies the secret but cannot be used.</summary>
public static class Secret
{
    private const string Dots = "••••";

    /// <summary>
    /// For a stream key, <c>sk_&lt;region&gt;_</c> stays visible. Other secrets are masked completely. Null and empty text do not change.
    /// </summary>
    public static string? Mask(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return value;
        var parts = value.Split('_');
        return parts is ["sk", { Length: > 0 } region, _, ..] ? $"sk_{region}_{Dots}" : Dots;
    }
}
