namespace IvsTools;

/// <summary>The SRT endpoint and passphrase for an encoder.</summary>
public sealed class Srt(string? Endpoint, string? Passphrase)
{
    /// <summary>An <c>srt://</c> address.</summary>
    public string? Endpoint { get; } = Endpoint;

    /// <summary>The secret in plain text. Views mask it.</summary>
    public string? Passphrase { get; } = Passphrase;

    /// <summary>The endpoint and a masked passphrase.</summary>
    public override string ToString() => Passphrase is null ? Endpoint ?? string.Empty : $"{Endpoint} ({Secret.Mask(Passphrase)})";
}
