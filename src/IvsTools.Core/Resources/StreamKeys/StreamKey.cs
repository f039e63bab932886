using System.Text.Json.Serialization;

namespace IvsTools;

/// <summary>The secret that allows an encoder to stream to one channel. A channel has at most one stream key.</summary>
public sealed class StreamKey(string Arn, string? ChannelArn, string? Value, IReadOnlyDictionary<string, string>? Tags)
    : IvsResource
{
    /// <inheritdoc/>
    public override string Arn { get; } = Arn;

    /// <summary>The channel of the key.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>
    /// The secret, <c>sk_&lt;region&gt;_&lt;id&gt;_&lt;secret&gt;</c>, in plain text. Views show <see cref="MaskedValue"/>.
    /// </summary>
    public string? Value { get; } = Value;

    /// <summary>The value as views show it: the Region without the secret.</summary>
    public string? MaskedValue => Secret.Mask(Value);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);

    /// <summary>A stream key has no name.</summary>
    [JsonIgnore]
    public override string? Name => null;
}
