using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Service.Aws;
using IvsTools.Tokens;

namespace IvsTools.Commands;

/// <summary>Signs viewer tokens for private channels, with a private key on this machine or in AWS KMS.</summary>
[Cmdlet(VerbsCommon.New, "IvsViewerToken", DefaultParameterSetName = "Path")]
[OutputType(typeof(ViewerToken))]
public sealed class NewIvsViewerTokenCommand : ViewerTokenClaimsCommand
{
    private const int TokensAheadPerCore = 16;

    private readonly InputCheck _check;
    private ViewerTokenSigner? _signer;
    private ViewerTokenCheckpoint? _checkpoint;
    private PipelineWork? _work;

    /// <summary>Checks each input for unknown columns and values.</summary>
    public NewIvsViewerTokenCommand() => _check = new InputCheck(this);

    /// <summary>The path of the private key file: SEC1, PKCS#8, encrypted PKCS#8, CMS or PKCS#12.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret(Use = "-PrivateKey")]
    public string PrivateKeyPath { get; set; } = null!;

    /// <summary>The private key: PEM text, a SecureString with PEM text, bytes, or a certificate with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Key")]
    [PrivateKeyTransformation]
    public PrivateKeySource PrivateKey { get; set; } = null!;

    /// <summary>
    /// The private key in AWS KMS: the ID or ARN of a key, or the name or ARN of an alias. Each token requires one call to AWS KMS.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByKmsKey)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    [ValidateArnService(ValidateArnServiceAttribute.Kms)]
    public string KmsKeyId { get; set; } = null!;

    /// <summary>The playback URL of the channel. The output contains this URL with the token added.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PlaybackUrl { get; set; }

    /// <summary>
    /// A file with the signed tokens. If a run is interrupted, run the same command again: the tokens in the file are returned, and only
    /// the other tokens are signed. A new file can be read only by its owner. An existing file must be empty, or the file of an
    /// earlier run.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    public string? CheckpointPath { get; set; }

    /// <summary>
    /// Maximum number of concurrent signatures. With a value above 1, output and errors keep their order, but are written after
    /// later inputs were read.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [ValidateNotSecret]
    [NullIsDefault(1)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var path = ParameterSetName == "Path" ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(PrivateKeyPath) : null;
        // Signing on this machine takes less time than reading the next input.
        var ahead = ThrottleLimit == 1 || KmsKeyId is not null ? 1 : TokensAheadPerCore;
        try
        {
            UntilStopped(stop => Open(KmsKeyId is null ? LocalKey(path, stop) : KmsKey(stop)));
            _work = new PipelineWork(this, ThrottleLimit * ahead, StopToken);
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, path ?? KmsKeyId ?? SsmParameter ?? SecretName ?? (object)PrivateKey) is { } error)
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
        // The next input sets the parameters again, perhaps before this token is signed.
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

    /// <summary>Ends the work in progress and clears the key.</summary>
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

    private void Open(ISigningKey key)
    {
        _signer = new ViewerTokenSigner(key);
        if (CheckpointPath is not { } path)
            return;
        try
        {
            _checkpoint = new ViewerTokenCheckpoint(FilePaths.ToWrite(this, path) ?? throw new DirectoryNotFoundException(), key.PublicKey);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.File(e, path));
        }
    }

    private LocalSigningKey LocalKey(string? path, CancellationToken stop)
    {
        using var passphrase = new PlainPassphrase(Passphrase);
        using var stored = StoredKey(stop);
        using var key = path is null
            ? (stored ?? PrivateKey).Read(Opener(passphrase.Text))
            : PrivateKeyReader.ReadFile(path, Opener(passphrase.Text), stop);
        return new LocalSigningKey(key, ThrottleLimit);
    }

    private KmsSigningKey KmsKey(CancellationToken stop)
    {
        var key = Stores.OpenKmsKey(GivenConnection, KmsKeyId, stop);
        WriteVerbose($"Each token requires one call to AWS KMS with the key {key.KeyArn}, which AWS charges for.");
        return key;
    }

    private async Task<IEnumerable<PipelineRecord>> SignAsync(
        ViewerTokenClaims claims, string? playbackUrl, string? viewer, CancellationToken stop)
    {
        try
        {
            var token = await _signer!.SignAsync(claims, playbackUrl, stop).ConfigureAwait(false);
            // Stored now: the pipeline can be stopped before the token is written.
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

    // The token is valid even if it was not stored, so it is also returned.
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
