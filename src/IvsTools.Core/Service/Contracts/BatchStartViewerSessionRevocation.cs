namespace IvsTools.Service;

/// <summary>Revokes the sessions of up to 20 viewers.</summary>
public sealed record BatchStartViewerSessionRevocationRequest(IReadOnlyList<StartViewerSessionRevocationRequest> ViewerSessions);

/// <summary>An error for each session that could not be revoked.</summary>
public sealed record BatchStartViewerSessionRevocationResponse(IReadOnlyList<ViewerSessionRevocationError>? Errors);

/// <summary>The error of one session that was not revoked.</summary>
public sealed record ViewerSessionRevocationError(string ChannelArn, string ViewerId, string? Code, string? Message);
