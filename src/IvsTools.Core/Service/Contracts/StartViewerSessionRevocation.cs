namespace IvsTools.Service;

/// <summary>Ends a viewer's sessions on a channel and refuses their tokens, up to a version; 0 for null.</summary>
public sealed record StartViewerSessionRevocationRequest(string ChannelArn, string ViewerId, int? ViewerSessionVersionsLessThanOrEqualTo = null);
