using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Playback;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Commands;

/// <summary>Requests a playback URL as a player does, and reports whether the channel plays, and the reason if it does not.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IvsPlayback", DefaultParameterSetName = "PublicKey")]
[OutputType(typeof(PlaybackReport))]
public sealed class TestIvsPlaybackCommand : TokenVerificationCommand
{
    private PlaybackCheck? _check;

    /// <summary>The playback URL of a channel, with a token for a private channel.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
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
        var text = PlaybackUrl ?? string.Empty;
        // PowerShell converts $null to empty text.
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
            ? "There is no playback URL."
            : $"{SafeText.Quote(text)} is not the playback URL of a channel.",
        text,
        text.Length == 0
            ? "A list of channels does not contain playback URLs: use Get-IvsChannel | Get-IvsChannel. For a token, use -PlaybackUrl of "
                + "New-IvsViewerToken."
            : "A playback URL is the property PlaybackUrl that Get-IvsChannel returns. It ends in .m3u8, or in .m3u8?token= and a token.");
}
