namespace IvsTools.Service;

/// <summary>Fails with ServiceQuotaExceededException while the channel has its one key.</summary>
public sealed record CreateStreamKeyRequest(string ChannelArn, IReadOnlyDictionary<string, string>? Tags = null);

/// <summary>The new key, its secret included.</summary>
public sealed record CreateStreamKeyResponse(StreamKey StreamKey);
