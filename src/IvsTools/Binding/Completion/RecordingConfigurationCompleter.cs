using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Completes the ARNs of recording configurations.</summary>
internal sealed class RecordingConfigurationCompleter() : ResourceCompleter(ResourceLists.RecordingConfigurations);
