using System.Collections;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Service.Aws;

namespace IvsTools.Commands;

/// <summary>Imports the public keys of playback key pairs from text, files, services or vaults.</summary>
// The cmdlet must not have a default parameter set. Otherwise, PowerShell would use this set for a CSV row with the columns Name and Path,
// because -Name is in the set, and would ignore the Path column.
[Cmdlet(VerbsData.Import, "IvsPlaybackKeyPair", SupportsShouldProcess = true)]
[OutputType(typeof(PlaybackKeyPair))]
[ResponseType(typeof(ImportPlaybackKeyPairResponse))]
public sealed class ImportIvsPlaybackKeyPairCommand : IvsChangeCommand
{
    private readonly PemPipeline _pem;
    private readonly Dictionary<PlaybackPublicKey, string?> _sources = [];
    private readonly KeyStores _stores;

    /// <summary>Creates one PEM reader for all inputs, because a block can be split across several inputs.</summary>
    public ImportIvsPlaybackKeyPairCommand()
    {
        _pem = new PemPipeline(
            psPath => FilePaths.OnDisk(this, psPath) ?? psPath, text => FilePaths.IsFile(this, text) ? "-Path" : null);
        _stores = new KeyStores(this);
    }

    /// <summary>PEM text as one string, as lines from Get-Content, or as bytes.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = nameof(PublicKeyMaterial))]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [PemTextTransformation]
    public PemText[] PublicKeyMaterial { get; set; } = [];

    /// <summary>The paths of files. Wildcards are accepted.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(Path))]
    [SupportsWildcards]
    [RejectSecret(Use = "-PublicKeyMaterial")]
    public string[] Path { get; set; } = [];

    /// <summary>The literal paths of files.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(LiteralPath))]
    [Alias("PublicKeyPath")]
    [RejectSecret(Use = "-PublicKeyMaterial")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Files from Get-ChildItem.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = nameof(File))]
    [HideSecret]
    public FileSystemInfo? File { get; set; }

    /// <summary>A key pair on disk, as returned by New-IvsPlaybackKeyPair.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = nameof(KeyFile))]
    [HideSecret]
    public PlaybackKeyFile? KeyFile { get; set; }

    /// <summary>
    /// The key in AWS KMS. Use the ID or ARN of a key, or the name or ARN of an alias. Without -Region, the key pair is
    /// imported into the Region of the ARN.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(KmsKeyId))]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    [ValidateArnService(ValidateArnServiceAttribute.Kms)]
    public string KmsKeyId { get; set; } = null!;

    /// <summary>
    /// The name or ARN of a SecureString parameter in AWS Systems Manager Parameter Store. The value is PEM text, or JSON
    /// with a member named privateKey. Only the public key is sent.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(SsmParameter))]
    [ValidateNotNullOrEmpty]
    [RejectSecret(Use = "-PublicKeyMaterial")]
    [ValidateArnService(ValidateArnServiceAttribute.Ssm)]
    public string SsmParameter { get; set; } = null!;

    /// <summary>The name of a secret in a SecretManagement vault. Only the public key is sent.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(SecretName))]
    [ValidateNotNullOrEmpty]
    [RejectSecret(Use = "-PublicKeyMaterial")]
    public string SecretName { get; set; } = null!;

    /// <summary>The vault that contains the secret. If omitted, all registered vaults are searched.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(SecretName))]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    public string? VaultName { get; set; }

    /// <summary>
    /// The name of the key pair, which has 0 to 128 letters, digits, '-' and '_'. If the text of a key comes from
    /// several input objects, the cmdlet uses the Name of the object that contains the BEGIN line.
    /// </summary>
    // In the parameter set for files, -Name does not bind by property name, because the Name of a file contains a period, which
    // is not allowed in the name of a key pair.
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(PublicKeyMaterial))]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(Path))]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(LiteralPath))]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(KeyFile))]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(KmsKeyId))]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(SsmParameter))]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = nameof(SecretName))]
    [Parameter(ParameterSetName = nameof(File))]
    [TextTransformation]
    [NullIsDefault("")]
    [ValidateIvsName]
    [ValidateLength(0, ValidateIvsNameAttribute.MaximumLength)]
    [ValidatePattern(ValidateIvsNameAttribute.Pattern, Options = RegexOptions.None)]
    public string? Name { get; set; }

    /// <summary>The tags for the key pairs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <summary>Also accepts private keys. The cmdlet derives the public key on this machine, and sends only the public key.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter FromPrivateKey { get; set; }

    /// <summary>The passphrase for encrypted private keys.</summary>
    [Parameter]
    [RejectSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>
    /// Additional certificates that can decrypt CMS messages. The certificate stores of the user and the machine are always
    /// searched.
    /// </summary>
    [Parameter]
    [RejectSecret]
    public X509Certificate2[]? DecryptionCertificate { get; set; }

    /// <summary>Returns the existing key pair instead of an error if a key is already imported.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter ReuseExisting { get; set; }

    private KeyLocation Location =>
        new() { KmsKeyId = KmsKeyId, SsmParameter = SsmParameter, SecretName = SecretName, VaultName = VaultName };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case nameof(PublicKeyMaterial):
                foreach (var piece in PublicKeyMaterial)
                {
                    _pem.Add(piece, Name);
                    ImportWhatIsRead();
                }
                break;
            case nameof(File):
                ReadFile(File!.FullName);
                break;
            case nameof(KeyFile):
                ReadFile(KeyFile!.PublicKeyPath);
                break;
            case nameof(Path) or nameof(LiteralPath):
                var literal = ParameterSetName == nameof(LiteralPath);
                foreach (var path in FilePaths.Resolve(this, literal ? LiteralPath : Path, literal, Report))
                    ReadFile(path);
                break;
            default:
                ImportStored();
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _pem.End();
        ImportWhatIsRead();
        base.EndProcessing();
    }

    private void ImportWhatIsRead()
    {
        while (_pem.TryRead(out var item, out var name, out var file))
            Import(item, name, file);
    }

    private void ReadFile(string path)
    {
        if (Directory.Exists(path))
        {
            Report(ErrorRecords.Folder(path));
            return;
        }
        try
        {
            UntilStopped(stop =>
            {
                foreach (var item in PemFile.Read(path, stop))
                    Import(item, Name, path);
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(ErrorRecords.File(e, path));
        }
    }

    private void ImportStored()
    {
        var location = Location;
        var source = location.Name!;
        PlaybackPublicKey? key = null;
        try
        {
            UntilStopped(stop =>
            {
                using var opener = new KeyOpener(Passphrase, DecryptionCertificate);
                // -Region is the Region of the key pair. The AWS KMS key or the parameter in Parameter Store can be in another Region.
                var connection = SpecifiedConnection with { Region = AwsArn.RegionOf(location.Arn) ?? Region };
                key = _stores.ReadPublicKey(connection, location, opener, stop);
            });
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, source) is { } error)
        {
            Report(error);
            return;
        }
        Import(key!, Name, source);
    }

    private void Import(PemItem item, string? name, string? path)
    {
        if (Read(item, path ?? name) is { } key)
            Import(key, name, path);
    }

    private void Import(PlaybackPublicKey key, string? name, string? source)
    {
        source ??= string.IsNullOrEmpty(name) ? null : name;
        var label = source ?? key.Fingerprint;
        if (!_sources.TryAdd(key, source))
        {
            var origin = _sources[key] is { } first ? $" from '{first}'" : string.Empty;
            Warn($"{label}: The key {key.Fingerprint} was already read{origin}. The key is imported once.");
            return;
        }
        if (!Confirmed(label, $"Import public key {key.Fingerprint}"))
            return;
        var request = new ImportPlaybackKeyPairRequest(key.Pem, string.IsNullOrEmpty(name) ? null : name, Specified(Tag));
        var reuse = ReuseExisting.IsPresent;
        Start(
            label,
            Region is null ? Location.Arn : null,
            (context, stop) => PlaybackKeyPairs.ImportAsync(context, request, key.Fingerprint, reuse, stop),
            response => response.KeyPair);
    }

    private PlaybackPublicKey? Read(PemItem item, string? target)
    {
        try
        {
            using var opener = new KeyOpener(Passphrase, DecryptionCertificate);
            return PlaybackPublicKey.Read(item.Block ?? throw item.Error!, FromPrivateKey, opener.Protection);
        }
        catch (KeyException e)
        {
            Report(ErrorRecords.From(e, target));
            return null;
        }
        finally
        {
            item.Block?.Clear();
        }
    }
}
