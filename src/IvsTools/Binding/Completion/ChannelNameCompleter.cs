using System.Management.Automation;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the names of channels.</summary>
internal sealed class ChannelNameCompleter : ChannelCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(IEnumerable<IvsResource> resources, string? word) =>
        resources.Select(r => r.Name ?? string.Empty)
            .Where(name => name.Length > 0 && ArgumentText.Begins(name, word))
            .Distinct(StringComparer.Ordinal)
            .Select(name => new CompletionResult(ArgumentText.Of(name)));
}
