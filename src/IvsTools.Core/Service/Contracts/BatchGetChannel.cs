namespace IvsTools.Service;

/// <summary>Asks for up to 50 channels.</summary>
public sealed record BatchGetChannelRequest(IReadOnlyList<string> Arns);

/// <summary>What was found, and an error for each ARN that was not.</summary>
public sealed record BatchGetChannelResponse(IReadOnlyList<Channel>? Channels, IReadOnlyList<BatchError>? Errors);
