using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IvsTools.Parameters;

/// <summary>Completes the Regions of Amazon IVS. Other Regions are also accepted.</summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    private static readonly string[] Regions =
        ["us-east-1", "us-west-2", "ap-south-1", "ap-northeast-1", "ap-northeast-2", "eu-central-1", "eu-west-1"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Regions.Where(region => region.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase)).Select(region => new CompletionResult(region));
}
