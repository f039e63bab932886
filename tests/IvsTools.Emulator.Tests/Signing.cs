namespace IvsTools.Emulator.Tests;

/// <summary>The settings of a signature. The default of each property is valid, and null uses the value of the emulator.</summary>
public sealed record Signing
{
    public string? AccessKeyId { get; init; }

    public string? SecretAccessKey { get; init; }

    public string? Region { get; init; }

    public string Service { get; init; } = "ivs";

    public string Terminator { get; init; } = "aws4_request";

    /// <summary>The difference from the real clock.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>The date of the credential. Null for the date of X-Amz-Date.</summary>
    public string? ScopeDate { get; init; }

    /// <summary>The names of the signed headers, sorted.</summary>
    public string[] SignedHeaders { get; init; } = ["content-type", "host", "x-amz-date"];

    /// <summary>Additional headers. Headers in <see cref="SignedHeaders"/> are signed.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The hash of the payload in the signature. Null for the hash of the body.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>Changes the headers and the body after signing.</summary>
    public IReadOnlyDictionary<string, string?> Altered { get; init; } = new Dictionary<string, string?>();

    public string? AlteredBody { get; init; }

    /// <summary>Changes the Authorization header. If the result is null, it is not sent.</summary>
    public Func<string, string?> Authorization { get; init; } = header => header;
}
