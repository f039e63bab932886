namespace IvsTools;

/// <summary>How a secret is shown: enough to tell what it is, nothing to use it by.</summary>
public static class Secret
{
    private const string Dots = "••••";

    /// <summary>A stream key keeps <c>sk_&lt;region&gt;_</c>; of anything else nothing stays. Null and empty stay as they are.</summary>
    public static string? Mask(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return value;
        var parts = value.Split('_');
        return parts is ["sk", { Length: > 0 } region, _, ..] ? $"sk_{region}_{Dots}" : Dots;
    }
}
