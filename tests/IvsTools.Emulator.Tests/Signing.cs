namespace IvsTools.Emulator.Tests;

/// <summary>The settings of a signature. By default, the signature is valid and uses the credentials and Region of the emulator.</summary>
public sealed record Signing
{
    public string? AccessKeyId { get; init; }

    public string? SecretAccessKey { get; init; }

    public string? Region { get; init; }

    public string Service { get; init; } = "ivs";

    public string Terminator { get; init; } = "aws4_request";

    /// <summary>The difference from the real clock.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>The date in the credential scope. The default is the date in X-Amz-Date.</summary>
    public string? ScopeDate { get; init; }

    /// <summary>The names of the signed headers, sorted.</summary>
    public string[] SignedHeaders { get; init; } = ["content-type", "host", "x-amz-date"];

    /// <summary>Additional headers. A header is signed only if <see cref="SignedHeaders"/> contains its name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The payload hash that is signed. The default is the hash of the body.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>Headers that are changed after the request is signed.</summary>
    public IReadOnlyDictionary<string, string?> Altered { get; init; } = new Dictionary<string, string?>();

    public string? AlteredBody { get; init; }

    /// <summary>Changes the Authorization header. If the result is null, the header is not sent.</summary>
    public Func<string, string?> Authorization { get; init; } = header => header;
}
