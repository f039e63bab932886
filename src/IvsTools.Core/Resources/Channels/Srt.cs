using IvsTools.Text;

namespace IvsTools;

/// <summary>The SRT endpoint and the passphrase that an encoder uses.</summary>
public sealed class Srt(string? Endpoint, string? Passphrase)
{
    /// <summary>The endpoint, which is an <c>srt://</c> URL.</summary>
    public string? Endpoint { get; } = Endpoint;

    /// <summary>The passphrase in plain text. Views mask it.</summary>
    public string? Passphrase { get; } = Passphrase;

    /// <summary>Returns the endpoint and the masked passphrase.</summary>
    public override string ToString() => Passphrase is null ? Endpoint ?? string.Empty : $"{Endpoint} ({Secret.Mask(Passphrase)})";
}
