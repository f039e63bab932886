using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the ARNs of all types of resources that the service can list for an account.</summary>
internal sealed class TaggedResourceCompleter() : ResourceCompleter(
    ResourceLists.Channels,
    ResourceLists.PlaybackKeyPairs,
    ResourceLists.PlaybackRestrictionPolicies,
    ResourceLists.RecordingConfigurations,
    ResourceLists.AdConfigurations);
