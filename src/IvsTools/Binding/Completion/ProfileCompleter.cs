using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using IvsTools.Service.Aws;

namespace IvsTools.Binding.Completion;

/// <summary>Completes the names of profiles in the AWS config and credentials files.</summary>
internal sealed class ProfileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        AwsProfiles.Names(TypedConnection.FullPath(fakeBoundParameters?["ProfileLocation"] as string))
            .Where(name => ArgumentText.Begins(name, wordToComplete))
            .Select(name => new CompletionResult(
                ArgumentText.Of(name), name, CompletionResultType.ParameterValue, name));
}
