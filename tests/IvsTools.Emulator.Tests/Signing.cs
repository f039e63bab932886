namespace IvsTools.Emulator.Tests;

/// <summary>How a request is signed. Each property has the value of a good signature; null is the emulator's own.</summary>
public sealed record Signing
{
    public string? AccessKeyId { get; init; }

    public string? SecretAccessKey { get; init; }

    public string? Region { get; init; }

    public string Service { get; init; } = "ivs";

    public string Terminator { get; init; } = "aws4_request";

    /// <summary>The clock's difference from the real one.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>The credential's date; null for that of X-Amz-Date.</summary>
    public string? ScopeDate { get; init; }

    /// <summary>The names of the signed headers, sorted.</summary>
    public string[] SignedHeaders { get; init; } = ["content-type", "host", "x-amz-date"];

    /// <summary>Headers to send besides; those that <see cref="SignedHeaders"/> names are signed.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The payload's hash in the signature; null for the body's.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>What becomes of the headers and the body after they are signed.</summary>
    public IReadOnlyDictionary<string, string?> Altered { get; init; } = new Dictionary<string, string?>();

    public string? AlteredBody { get; init; }

    /// <summary>What becomes of the Authorization header; a null result sends none.</summary>
    public Func<string, string?> Authorization { get; init; } = header => header;
}
