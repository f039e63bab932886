using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of channels.</summary>
internal class ChannelCompleter() : ResourceCompleter(ResourceLists.Channels);
