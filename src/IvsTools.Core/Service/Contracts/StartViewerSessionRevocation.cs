namespace IvsTools.Service;

/// <summary>Ends the sessions of a viewer on a channel and revokes their tokens, up to a version. Null means 0.</summary>
public sealed record StartViewerSessionRevocationRequest(string ChannelArn, string ViewerId, int? ViewerSessionVersionsLessThanOrEqualTo = null);
