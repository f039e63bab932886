using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Parameters;
using IvsTools.Tokens;

namespace IvsTools.Commands;

/// <summary>Signs viewer tokens for private channels, on this machine.</summary>
// What comes per viewer has no validation attributes: the rules of the token say what is wrong with which viewer.
[Cmdlet(VerbsCommon.New, "IvsViewerToken", DefaultParameterSetName = "Path")]
[OutputType(typeof(ViewerToken))]
public sealed class NewIvsViewerTokenCommand : KeyCommand, IDisposable
{
    private const int TokensAheadPerCore = 16;
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5);

    private readonly OrderedWindow<object?, object> _window = new();
    private readonly PipelineProgress _progress;
    private ViewerTokenSigner? _signer;
    private bool _isDraining;

    /// <summary>Its work is counted from here on.</summary>
    public NewIvsViewerTokenCommand() => _progress = new PipelineProgress(this);

    /// <summary>The channel that the token opens.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [AllowNull]
    [AllowEmptyString]
    public string? ChannelArn { get; set; }

    /// <summary>The private key's file: SEC1, PKCS#8, encrypted PKCS#8, CMS or PKCS#12.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    [RefuseSecret(Use = "-PrivateKey")]
    public string PrivateKeyPath { get; set; } = null!;

    /// <summary>The private key: PEM text, a SecureString of it, bytes, or a certificate with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Key")]
    [PrivateKeyTransformation]
    public PrivateKeySource PrivateKey { get; set; } = null!;

    /// <summary>How long playback may start; five minutes unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeTransformation(typeof(TimeSpan), "00:05:00, or New-TimeSpan -Minutes 5")]
    public TimeSpan? ExpiresIn { get; set; }

    /// <summary>Until when playback may start.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeTransformation(typeof(DateTimeOffset), "2030-01-31T12:00:00Z, or (Get-Date).AddMinutes(5)")]
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Who watches: 1 to 40 characters, no personal data; needed for revocation.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ViewerId { get; set; }

    /// <summary>Tells a viewer's sessions apart, so that those up to a version can be revoked; 0 or more.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumberTransformation(long.MaxValue)]
    public long? ViewerSessionVersion { get; set; }

    /// <summary>The sites whose pages may play, such as https://example.com or https://*.example.com.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [ListTransformation]
    public string?[]? AllowedOrigin { get; set; }

    /// <summary>Has the service itself refuse other sites; at most five origins then.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter StrictOrigin { get; set; }

    /// <summary>The token opens the channel once.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter SingleUse { get; set; }

    /// <summary>The same, with a UUID of your own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? SingleUseUuid { get; set; }

    /// <summary>SD, HD or FULL_HD.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [UpperCaseTransformation]
    [ArgumentCompleter(typeof(ResolutionCompleter))]
    public string? MaximumResolution { get; set; }

    /// <summary>The channel's playback URL: the output then carries it with the token in it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PlaybackUrl { get; set; }

    /// <summary>Number of processor cores that sign. Above 1, output and errors keep their order but come after later inputs were read.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [RefuseSecret]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var path = PrivateKey is null ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(PrivateKeyPath) : null;
        try
        {
            using var passphrase = new PlainPassphrase(Passphrase);
            using var key = path is null ? PrivateKey!.Read(Opener(passphrase.Text)) : PrivateKeyReader.ReadFile(path, Opener(passphrase.Text));
            _signer = new ViewerTokenSigner(key, ThrottleLimit);
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, (object?)path ?? PrivateKey!) is { } error)
        {
            ThrowTerminatingError(error);
        }
        finally
        {
            PrivateKey?.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ExpiresIn is not null && ExpiresAt is not null)
        {
            Start(_ => Task.FromResult<object>(ErrorRecords.Invalid("ExpiryGivenTwice", "Use -ExpiresIn or -ExpiresAt, not both.", Viewer)));
            return;
        }
        var claims = new ViewerTokenClaims
        {
            ChannelArn = ChannelArn ?? string.Empty,
            ExpiresAt = ExpiresAt ?? ViewerTokenClaims.ExpiryAfter(ExpiresIn ?? UsualLife),
            AllowedOrigins = [.. (AllowedOrigin ?? []).OfType<string>().Where(origin => origin.Length > 0)],
            StrictOrigin = StrictOrigin,
            ViewerId = ViewerId ?? (IsNullGiven(nameof(ViewerId)) ? string.Empty : null),
            ViewerSessionVersion = ViewerSessionVersion,
            SingleUseUuid = !string.IsNullOrEmpty(SingleUseUuid) ? SingleUseUuid : SingleUse ? Guid.NewGuid().ToString() : null,
            MaximumResolution = string.IsNullOrEmpty(MaximumResolution) ? null : MaximumResolution,
        };
        var (url, viewer) = (PlaybackUrl, Viewer);
        Start(stop => SignAsync(claims, url, viewer, stop));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _isDraining = true;
        while (_window.Count > 0)
            WriteNext();
        _progress.End();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _window.Stop();

    /// <summary>Ends what is under way and lets the key go.</summary>
    public void Dispose()
    {
        _window.Dispose();
        _signer?.Dispose();
    }

    private void ShowProgress() => _progress.Show(_window.Count, _isDraining, []);

    private string? Viewer => string.IsNullOrEmpty(ViewerId) ? ChannelArn : ViewerId;

    // Of a CSV's last column an empty cell is null. It makes no token for anyone, which nobody could revoke.
    private bool IsNullGiven(string parameter) => MyInvocation.BoundParameters.TryGetValue(parameter, out var given) && given is null or "";

    private async Task<object> SignAsync(ViewerTokenClaims claims, string? playbackUrl, string? viewer, CancellationToken stop)
    {
        try
        {
            return await _signer!.SignAsync(claims, playbackUrl, stop).ConfigureAwait(false);
        }
        catch (ViewerTokenException e)
        {
            return ErrorRecords.From(e, viewer);
        }
    }

    // With a limit of one, what an input brings is written before the next input is read.
    private void Start(Func<CancellationToken, Task<object>> work)
    {
        _window.Start(null, work);
        var limit = ThrottleLimit == 1 ? 1 : ThrottleLimit * TokensAheadPerCore;
        while (_window.HeadIsDone || _window.Count >= limit)
            WriteNext();
    }

    private void WriteNext()
    {
        var work = _window.Next(ShowProgress).Work;
        _progress.Count();
        ShowProgress();
        if (work.IsCanceled)
            throw new PipelineStoppedException();
        if (work.GetAwaiter().GetResult() is ErrorRecord error)
            WriteError(error);
        else
            WriteObject(work.Result);
    }
}
