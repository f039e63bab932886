namespace IvsTools.Service;

/// <summary>Gets up to 50 channels.</summary>
public sealed record BatchGetChannelRequest(IReadOnlyList<string> Arns);

/// <summary>The channels, and an error for each ARN that was not found.</summary>
public sealed record BatchGetChannelResponse(IReadOnlyList<Channel>? Channels, IReadOnlyList<BatchError>? Errors);
