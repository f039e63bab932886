namespace IvsTools.Service;

/// <summary>Asks for one playback restriction policy.</summary>
public sealed record GetPlaybackRestrictionPolicyRequest(string Arn);

/// <summary>The playback restriction policy, whole.</summary>
public sealed record GetPlaybackRestrictionPolicyResponse(PlaybackRestrictionPolicy PlaybackRestrictionPolicy);
