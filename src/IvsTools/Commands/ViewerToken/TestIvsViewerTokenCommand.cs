using System.Management.Automation;
using IvsTools.Tokens;

namespace IvsTools.Commands;

/// <summary>Shows the contents of a viewer token and reports its problems. An invalid token does not cause an error.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IvsViewerToken", DefaultParameterSetName = "PublicKey")]
[OutputType(typeof(ViewerTokenReport))]
public sealed class TestIvsViewerTokenCommand : TokenVerificationCommand
{
    private int _inputs;

    /// <summary>The token, or a playback URL that contains a token.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [TokenTransformation]
    public string? Token { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Error records do not contain the input as their target object, because the input can contain a token.
        if (IsInputUsable(null))
            WriteObject(ViewerTokenInspection.Inspect(Token ?? string.Empty, Keys, ChannelArn, Origin).Of(++_inputs));
    }
}
