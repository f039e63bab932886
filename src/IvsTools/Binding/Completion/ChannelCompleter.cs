using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the ARNs of channels.</summary>
internal class ChannelCompleter() : ResourceCompleter(ResourceLists.Channels);
