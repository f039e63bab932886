using System.Text.Json.Serialization;
using IvsTools.Text;

namespace IvsTools;

/// <summary>The secret with which an encoder can stream to a channel. A channel has at most one stream key.</summary>
public sealed class StreamKey(string Arn, string? ChannelArn, string? Value, IReadOnlyDictionary<string, string>? Tags)
    : IvsResource
{
    /// <inheritdoc/>
    public override string Arn { get; } = Arn;

    /// <summary>The ARN of the channel.</summary>
    public string? ChannelArn { get; } = ChannelArn;

    /// <summary>
    /// The secret in plain text: <c>sk_&lt;region&gt;_&lt;id&gt;_&lt;secret&gt;</c>. Views show <see
    /// cref="MaskedValue"/> instead.
    /// </summary>
    public string? Value { get; } = Value;

    /// <summary>The masked value for views, which contains the Region but not the secret.</summary>
    public string? MaskedValue => Secret.Mask(Value);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string>? Tags { get; } = TagDictionary.Of(Tags);

    /// <summary>A stream key does not have a name, so this property is always null.</summary>
    [JsonIgnore]
    public override string? Name => null;
}
