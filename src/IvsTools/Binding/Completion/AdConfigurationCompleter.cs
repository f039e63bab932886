using IvsTools.Service;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the ARNs of ad configurations.</summary>
internal sealed class AdConfigurationCompleter() : ResourceCompleter(ResourceLists.AdConfigurations);
