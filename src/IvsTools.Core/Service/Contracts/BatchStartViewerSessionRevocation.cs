namespace IvsTools.Service;

/// <summary>Revokes up to 20 viewers' sessions.</summary>
public sealed record BatchStartViewerSessionRevocationRequest(IReadOnlyList<StartViewerSessionRevocationRequest> ViewerSessions);

/// <summary>An error for each session that could not be revoked.</summary>
public sealed record BatchStartViewerSessionRevocationResponse(IReadOnlyList<ViewerSessionRevocationError>? Errors);

/// <summary>Why one session of a batch was not revoked.</summary>
public sealed record ViewerSessionRevocationError(string ChannelArn, string ViewerId, string? Code, string? Message);
