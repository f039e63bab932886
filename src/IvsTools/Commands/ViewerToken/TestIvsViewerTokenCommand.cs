using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Parameters;
using IvsTools.Tokens;

namespace IvsTools.Commands;

/// <summary>Says what a viewer token says, and all that is wrong with it. A bad token is a report, not an error.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IvsViewerToken")]
[OutputType(typeof(ViewerTokenReport))]
public sealed class TestIvsViewerTokenCommand : PSCmdlet
{
    private readonly List<PlaybackPublicKey> _keys = [];

    /// <summary>The token, or a playback URL with one.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Token { get; set; }

    /// <summary>The public keys that may verify it: PEM text, files, or what New-IvsPlaybackKeyPair emits. Private keys are never needed.</summary>
    [Parameter]
    [PublicKeyTransformation]
    public PublicKeySource[] PublicKey { get; set; } = [];

    /// <summary>The same, by path with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[] PublicKeyPath { get; set; } = [];

    /// <summary>Asks whether it opens this channel.</summary>
    [Parameter]
    public string? ChannelArn { get; set; }

    /// <summary>Asks whether a page of this site may play with it.</summary>
    [Parameter]
    public string? Origin { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        foreach (var source in PublicKey.Concat(FilePaths.Resolve(this, PublicKeyPath, literal: false).SelectMany(path => PublicKeySource.From(new FileInfo(path)))))
        {
            try
            {
                _keys.AddRange(source.Read());
            }
            catch (Exception e) when (ErrorRecords.ForKey(e, source) is { } error)
            {
                ThrowTerminatingError(error);
            }
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(ViewerTokenInspection.Inspect(Token ?? string.Empty, _keys, ChannelArn, Origin));
}
