namespace IvsTools;

/// <summary>The secret with which an encoder may send a stream to one channel. A channel has at most one.</summary>
public sealed record StreamKey(string Arn, string? ChannelArn, string? Value, IReadOnlyDictionary<string, string>? Tags)
    : IvsResource(Arn, Name: null, Tags)
{
    /// <summary>The channel that the key opens.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>The secret itself, <c>sk_&lt;region&gt;_&lt;id&gt;_&lt;secret&gt;</c>, in plain text; views show <see cref="MaskedValue"/>.</summary>
    public string? Value { get; } = Value;

    /// <summary>The value as views show it: the Region stays, the secret does not.</summary>
    public string? MaskedValue => Secret.Mask(Value);
}
