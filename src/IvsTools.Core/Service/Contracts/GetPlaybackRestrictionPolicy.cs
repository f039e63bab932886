namespace IvsTools.Service;

/// <summary>Gets one playback restriction policy.</summary>
public sealed record GetPlaybackRestrictionPolicyRequest(string Arn);

/// <summary>The playback restriction policy with all members.</summary>
public sealed record GetPlaybackRestrictionPolicyResponse(PlaybackRestrictionPolicy PlaybackRestrictionPolicy);
