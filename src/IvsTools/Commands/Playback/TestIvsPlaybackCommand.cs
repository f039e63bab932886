using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Playback;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Commands;

/// <summary>Requests a playback URL as a player does. The report shows whether the channel plays, and the reason if it does not.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IvsPlayback", DefaultParameterSetName = "PublicKey")]
[OutputType(typeof(PlaybackReport))]
public sealed class TestIvsPlaybackCommand : TokenVerificationCommand
{
    private PlaybackCheck? _check;

    /// <summary>The playback URL of a channel. If the channel is private, the URL contains a token.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlaybackUrlCompleter))]
    [PlaybackUrlTransformation]
    public string? PlaybackUrl { get; set; }

    /// <summary>The token to add to the URL.</summary>
    [Parameter(Position = 1)]
    [TokenTransformation]
    public string? Token { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _check = new PlaybackCheck(Keys, ChannelArn, Page, TimeSpan.FromSeconds(TimeoutSec));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Error records do not contain the input as their target object, because the input can contain a token.
        if (!IsInputUsable(null))
            return;
        var text = PlaybackUrl ?? string.Empty;
        // PowerShell has converted $null to empty text.
        var token = string.IsNullOrEmpty(Token) ? null : Token;
        if (PlaybackTarget.Parse(text) is not { } target)
        {
            WriteError(InvalidUrl(PlaybackTarget.WithoutQuery(text)));
            return;
        }
        if (token is not null && target.HasToken)
        {
            WriteError(ErrorRecords.Invalid(
                "TokenSpecifiedTwice", "The URL already contains a token. Use a URL without a token, or omit -Token.", target.Shown));
            return;
        }
        PlaybackReport? report = null;
        try
        {
            var complete = token is null ? target : PlaybackTarget.Parse(text, token)!;
            UntilStopped(stop => report = _check!.RunAsync(complete, stop).GetAwaiter().GetResult());
        }
        catch (IvsServiceException e)
        {
            WriteError(ErrorRecords.From(e, target.Shown));
            return;
        }
        WriteObject(report);
    }

    /// <summary>Closes the connections.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _check?.Dispose();
        base.Dispose(disposing);
    }

    private static ErrorRecord InvalidUrl(string text) => ErrorRecords.Invalid(
        "InvalidPlaybackUrl",
        text.Length == 0
            ? "The input does not contain a playback URL."
            : $"{SafeText.Quote(text)} is not the playback URL of a channel.",
        text,
        text.Length == 0
            ? "A channel from a list does not contain a playback URL, so the output of New-IvsViewerToken for this channel does not "
                + "contain one either. To get channels with playback URLs, use Get-IvsChannel *. If you create a token "
                + "from an ARN, also specify -PlaybackUrl of New-IvsViewerToken."
            : "Get-IvsChannel returns the playback URL in the PlaybackUrl property. The URL ends with .m3u8, or with .m3u8?token= "
                + "followed by a token.");
}
