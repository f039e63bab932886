using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the ARNs of playback restriction policies.</summary>
internal sealed class PlaybackRestrictionPolicyCompleter() : ResourceCompleter(ResourceLists.PlaybackRestrictionPolicies);
