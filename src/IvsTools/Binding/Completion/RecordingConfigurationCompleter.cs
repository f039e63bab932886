using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the ARNs of recording configurations.</summary>
internal sealed class RecordingConfigurationCompleter() : ResourceCompleter(ResourceLists.RecordingConfigurations);
