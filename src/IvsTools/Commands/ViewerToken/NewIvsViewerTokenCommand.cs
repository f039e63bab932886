using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Service.Aws;
using IvsTools.Tokens;

namespace IvsTools.Commands;

/// <summary>Signs viewer tokens for private channels.</summary>
[Cmdlet(VerbsCommon.New, "IvsViewerToken", DefaultParameterSetName = "Path")]
[OutputType(typeof(ViewerToken))]
public sealed class NewIvsViewerTokenCommand : ViewerTokenClaimsCommand
{
    private const int TokensAheadPerCore = 16;

    private ViewerTokenSigner? _signer;
    private ViewerTokenCheckpoint? _checkpoint;
    private PipelineWork? _work;
    private bool _warned;

    /// <summary>The path of the private key file. The format is SEC1, PKCS#8, encrypted PKCS#8, CMS or PKCS#12.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    [RejectSecret(Use = "-PrivateKey")]
    public string PrivateKeyPath { get; set; } = null!;

    /// <summary>The private key as PEM text, a SecureString, bytes, or a certificate.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Key")]
    [PrivateKeyTransformation]
    public PrivateKeySource PrivateKey { get; set; } = null!;

    /// <summary>
    /// The key in AWS KMS. Use the ID or ARN of a key, or the name or ARN of an alias. Each token requires one call to AWS
    /// KMS.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(KmsKeyId))]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    [ValidateArnService(ValidateArnServiceAttribute.Kms)]
    public string KmsKeyId { get; set; } = null!;

    /// <summary>The playback URL of the channel. The output contains the URL with the token.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PlaybackUrlCompleter))]
    public string? PlaybackUrl { get; set; }

    /// <summary>
    /// The path of a file for the signed tokens. If a run is interrupted, run the same command again. It returns the
    /// stored tokens and signs only the missing tokens. The file must be new, empty, or from an earlier run. If the cmdlet creates the
    /// file, only the owner of the file can read it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    public string? CheckpointPath { get; set; }

    /// <summary>
    /// The maximum number of concurrent signatures. If the value is greater than 1, later inputs are read before the output for
    /// earlier inputs is written.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [RejectSecret]
    [NullIsDefault(1)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (AllowedOrigin == ListTransformationAttribute.EmptyText
            || (AllowedOrigin is { Length: > 0 } && AllowedOrigin.All(string.IsNullOrEmpty)))
        {
            ThrowTerminatingError(ErrorRecords.EmptyList("-AllowedOrigin"));
        }
        var path = ParameterSetName == "Path" ? FilePaths.OnDisk(this, PrivateKeyPath) : null;
        var source = path ?? PrivateKeyPath ?? KmsKeyId ?? SsmParameter ?? SecretName ?? (object)PrivateKey;
        // Signing on this machine is fast, so each core needs several inputs in advance. Signing with AWS KMS is slow, so one input per
        // concurrent call is sufficient.
        var ahead = ThrottleLimit == 1 || KmsKeyId is not null ? 1 : TokensAheadPerCore;
        try
        {
            UntilStopped(stop => Open(KmsKeyId is null ? LocalKey(path, stop) : KmsKey(stop)));
            _work = new PipelineWork(this, ThrottleLimit * ahead, StopToken);
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, source) is { } error)
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
        if (!IsInputUsable(Viewer))
            return;
        if (ExpiresIn is not null && ExpiresAt is not null)
        {
            Report(ErrorRecords.Invalid("ExpirySpecifiedTwice", "Use -ExpiresIn or -ExpiresAt, not both.", Viewer));
            return;
        }
        if (ViewerSessionVersion > int.MaxValue && !_warned)
        {
            _warned = true;
            Warn(
                $"The session version {ViewerSessionVersion} cannot be revoked. The highest version for a revocation is {int.MaxValue}.");
        }
        // The values are copied, because the next input can change the parameters before this token is signed.
        var (claims, url, viewer) = (Claims(), PlaybackUrl, Viewer);
        var signed = _checkpoint?.Take(claims, ExpiresAt is null, IsUuidOpen, url);
        _work!.Start(
            new PipelineInput(viewer), stop => signed is null ? SignAsync(claims, url, viewer, stop) : Task.FromResult(Output(signed)));
        Stores.WriteCalls();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _work!.End();
        Stores.WriteCalls();
    }

    /// <summary>Cancels the work in progress and disposes the key.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _work?.Dispose();
            _signer?.Dispose();
            _checkpoint?.Dispose();
        }
        base.Dispose(disposing);
    }

    private protected override void Report(ErrorRecord error) => _work!.AddError(error);

    private protected override void Warn(string message) => _work!.AddWarning(message);

    private void Open(ISigningKey key)
    {
        _signer = new ViewerTokenSigner(key);
        if (CheckpointPath is not { } path)
            return;
        try
        {
            _checkpoint = new ViewerTokenCheckpoint(FilePaths.OnDisk(this, path) ?? throw new DirectoryNotFoundException(), key.PublicKey);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.File(e, path));
        }
    }

    private LocalSigningKey LocalKey(string? path, CancellationToken stop)
    {
        using var opener = Opener();
        using var stored = StoredKey(stop);
        using var key = ParameterSetName == "Path"
            ? PrivateKeyReader.ReadFile(path ?? throw new FileNotFoundException(), opener.Protection, stop)
            : (stored ?? PrivateKey).Read(opener.Protection, text => FilePaths.IsFile(this, text) ? "-PrivateKeyPath" : null);
        return new LocalSigningKey(key, ThrottleLimit);
    }

    private KmsSigningKey KmsKey(CancellationToken stop)
    {
        var key = Stores.OpenKmsKey(SpecifiedConnection, KmsKeyId, stop);
        WriteVerbose($"Each token requires one call to AWS KMS with the key {key.KeyArn}. AWS charges for each call.");
        return key;
    }

    private async Task<IEnumerable<PipelineRecord>> SignAsync(
        ViewerTokenClaims claims, string? playbackUrl, string? viewer, CancellationToken stop)
    {
        try
        {
            var token = await _signer!.SignAsync(claims, playbackUrl, stop).ConfigureAwait(false);
            // The token is added to the checkpoint file immediately, because the pipeline can be stopped before it receives the token.
            var errors = Store(token);
            return Output(token).Concat(errors);
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

    private static IEnumerable<PipelineRecord> Output(ViewerToken token) => [new PipelineRecord.Output(token)];

    // If the token cannot be added to the checkpoint file, it is still valid, so the cmdlet returns it.
    private IEnumerable<PipelineRecord> Store(ViewerToken token)
    {
        try
        {
            _checkpoint?.Add(token);
            return [];
        }
        catch (IOException e)
        {
            return [new PipelineRecord.Error(ErrorRecords.File(e, CheckpointPath!))];
        }
    }
}
