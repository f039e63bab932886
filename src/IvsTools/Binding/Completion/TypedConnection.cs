using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Completion;

/// <summary>Creates a connection from the parameters on the command line, $PSDefaultParameterValues and $StoredAWSRegion.</summary>
internal static class TypedConnection
{
    public static Connection Of(string commandName, IDictionary? typed, TimeSpan timeout)
    {
        var defaults = new DefaultParameterValues();
        string? Text(string parameter) => Value(parameter) as string;
        object? Value(string parameter) => PSValue.Unwrap(typed?[parameter] ?? defaults.Find(commandName, parameter)?.Value);
        return new Connection
        {
            Region = Text("Region"),
            EndpointUrl = Text("EndpointUrl"),
            AccessKey = Text("AccessKey"),
            SecretKey = Text("SecretKey"),
            SessionToken = Text("SessionToken"),
            Credential = Value("Credential") is PSCredential credential ? new AwsCredential(credential) : null,
            ProfileName = Text("ProfileName"),
            ProfileLocation = FullPath(Text("ProfileLocation")),
            StoredRegion = SessionVariable.Value("StoredAWSRegion"),
            StoredCredentials = SessionVariable.Value("StoredAWSCredentials"),
            Timeout = timeout,
        };
    }

    /// <summary>Returns the full path. A relative path is relative to the current location.</summary>
    public static string? FullPath(string? path) => path is null ? null : ScriptBlock.Create(
        "param($path) $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path)")
        .Invoke(path)[0].BaseObject as string;
}
