using System.Collections;
using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Service.Aws;
using IvsTools.Tokens;

namespace IvsTools.Commands;

/// <summary>Signs viewer tokens for private channels, with a private key on this machine or in AWS KMS.</summary>
// Parameters per viewer have no validation attributes, because the rules of the token report errors per viewer.
[Cmdlet(VerbsCommon.New, "IvsViewerToken", DefaultParameterSetName = "Path")]
[OutputType(typeof(ViewerToken))]
public sealed class NewIvsViewerTokenCommand : KeyCommand
{
    private const int TokensAheadPerCore = 16;
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(5);

    private readonly InputCheck _check;
    private ViewerTokenSigner? _signer;
    private PipelineWork? _work;

    /// <summary>Checks each input for unknown columns and values.</summary>
    public NewIvsViewerTokenCommand() => _check = new InputCheck(this);

    /// <summary>The channel that the token is for.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [AllowNull]
    [AllowEmptyString]
    public string? ChannelArn { get; set; }

    /// <summary>The path of the private key file: SEC1, PKCS#8, encrypted PKCS#8, CMS or PKCS#12.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret(Use = "-PrivateKey")]
    public string PrivateKeyPath { get; set; } = null!;

    /// <summary>The private key: PEM text, a SecureString with PEM text, bytes, or a certificate with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Key")]
    [PrivateKeyTransformation]
    public PrivateKeySource PrivateKey { get; set; } = null!;

    /// <summary>The private key in AWS KMS: the ID or ARN of a key, or the name or ARN of an alias. Each token is one call to AWS KMS.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "KmsKeyId")]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    public string KmsKeyId { get; set; } = null!;

    /// <summary>The period in which playback can start. Default: five minutes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeTransformation(typeof(TimeSpan), "00:05:00, or New-TimeSpan -Minutes 5")]
    public TimeSpan? ExpiresIn { get; set; }

    /// <summary>The time until which playback can start.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeTransformation(typeof(DateTimeOffset), "2030-01-31T12:00:00Z, or (Get-Date).AddMinutes(5)")]
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The ID of the viewer: 1 to 40 characters, without personal data. Required for revocation.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ViewerId { get; set; }

    /// <summary>The version of the sessions of a viewer, so that sessions up to a version can be revoked: 0 or more.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumberTransformation(typeof(long), long.MinValue, long.MaxValue)]
    public long? ViewerSessionVersion { get; set; }

    /// <summary>The sites whose pages can play the channel, such as https://example.com or https://*.example.com.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [ListTransformation]
    public string?[]? AllowedOrigin { get; set; }

    /// <summary>The service rejects other sites. The maximum is then five origins.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter StrictOrigin { get; set; }

    /// <summary>The token can be used once.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter SingleUse { get; set; }

    /// <summary>The same as SingleUse with a custom UUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? SingleUseUuid { get; set; }

    /// <summary>SD, HD or FULL_HD.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [KnownValues(["SD", "HD", "FULL_HD"])]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? MaximumResolution { get; set; }

    /// <summary>The viewer sees no ads.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter AdsOptOut { get; set; }

    /// <summary>The player parameters for AWS Elemental MediaTailor, at most 1,000 bytes as JSON.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TagTransformation]
    public IDictionary? AdsPlayerParameter { get; set; }

    /// <summary>The name of the MediaTailor playback configuration, one of those of the ad configuration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? AdsPlaybackConfigurationName { get; set; }

    /// <summary>CLIENT or SERVER.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [KnownValues(["CLIENT", "SERVER"])]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? AdsReportingMode { get; set; }

    /// <summary>The playback URL of the channel. The output contains it with the token added.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PlaybackUrl { get; set; }

    /// <summary>Maximum number of concurrent signatures. With a value above 1, output and errors keep their order, but are written after later inputs were read.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [ValidateNotSecret]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var path = ParameterSetName == "Path" ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(PrivateKeyPath) : null;
        try
        {
            UntilStopped(stop => _signer = new ViewerTokenSigner(KmsKeyId is null ? LocalKey(path, stop) : KmsKey(stop)));
            // A signature on this machine is shorter than the time to read the next input.
            var ahead = ThrottleLimit == 1 || KmsKeyId is not null ? 1 : TokensAheadPerCore;
            _work = new PipelineWork(CommandRuntime, MyInvocation.MyCommand.Name, ThrottleLimit * ahead);
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, path ?? KmsKeyId ?? (object)PrivateKey) is { } error)
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
        foreach (var warning in _check.Warnings())
            _work!.AddWarning(warning);
        if (ExpiresIn is not null && ExpiresAt is not null)
        {
            _work!.AddError(ErrorRecords.Invalid("ExpirySpecifiedTwice", "Use -ExpiresIn or -ExpiresAt, not both.", Viewer));
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
            SingleUseUuid = Given(SingleUseUuid) ?? (SingleUse ? Guid.NewGuid().ToString() : null),
            MaximumResolution = Given(MaximumResolution),
            AdsOptOut = AdsOptOut,
            AdsPlayerParameters = AdsPlayerParameter is { Count: > 0 } parameters ? TagSet.Texts(parameters) : null,
            AdsPlaybackConfigurationName = Given(AdsPlaybackConfigurationName),
            AdsReportingMode = Given(AdsReportingMode),
        };
        var (url, viewer) = (PlaybackUrl, Viewer);
        _work!.Start(new PipelineInput(viewer), stop => SignAsync(claims, url, viewer, stop));
        WriteCalls();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _work!.End();
        WriteCalls();
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        _work?.Stop();
    }

    /// <summary>Ends the work in progress and clears the key.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _work?.Dispose();
            _signer?.Dispose();
        }
        base.Dispose(disposing);
    }

    private LocalSigningKey LocalKey(string? path, CancellationToken stop)
    {
        using var passphrase = new PlainPassphrase(Passphrase);
        using var key = path is null ? PrivateKey.Read(Opener(passphrase.Text)) : PrivateKeyReader.ReadFile(path, Opener(passphrase.Text), stop);
        return new LocalSigningKey(key, ThrottleLimit);
    }

    private KmsSigningKey KmsKey(CancellationToken stop)
    {
        var key = OpenKmsKey(KmsKeyId, stop);
        WriteVerbose($"Each token is one call to AWS KMS with the key {key.KeyArn}, which AWS charges for.");
        return key;
    }

    private string? Viewer => Given(ViewerId) ?? ChannelArn;

    // An empty cell means "not specified".
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // An empty cell in the last column of a CSV is null. It must not create a token without a viewer ID, which cannot be revoked.
    private bool IsNullGiven(string parameter) => MyInvocation.BoundParameters.TryGetValue(parameter, out var given) && given is null or "";

    private async Task<IEnumerable<PipelineRecord>> SignAsync(
        ViewerTokenClaims claims, string? playbackUrl, string? viewer, CancellationToken stop)
    {
        try
        {
            return [new PipelineRecord.Output(await _signer!.SignAsync(claims, playbackUrl, stop).ConfigureAwait(false))];
        }
        catch (ViewerTokenException e)
        {
            return [new PipelineRecord.Error(ErrorRecords.From(e, viewer))];
        }
        catch (IvsServiceException e)
        {
            return [new PipelineRecord.Error(ErrorRecords.From(e, viewer))];
        }
    }
}
