using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the ARNs of playback key pairs.</summary>
internal sealed class PlaybackKeyPairCompleter() : ResourceCompleter(ResourceLists.PlaybackKeyPairs);
