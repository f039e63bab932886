using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of playback key pairs.</summary>
internal sealed class PlaybackKeyPairCompleter() : ResourceCompleter(ResourceLists.PlaybackKeyPairs);
