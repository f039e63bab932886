namespace IvsTools.Service;

/// <summary>Fails with ServiceQuotaExceededException if the channel already has a key.</summary>
public sealed record CreateStreamKeyRequest(string ChannelArn, IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>The new key with its secret.</summary>
public sealed record CreateStreamKeyResponse(StreamKey StreamKey);
