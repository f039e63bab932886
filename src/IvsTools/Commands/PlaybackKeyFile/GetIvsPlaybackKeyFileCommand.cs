using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Describes the keys in key files and their protection. The cmdlet can also check whether the keys are imported.</summary>
[Cmdlet(VerbsCommon.Get, "IvsPlaybackKeyFile", DefaultParameterSetName = "Path")]
[OutputType(typeof(PlaybackKeyFileInfo))]
[ResponseType(typeof(PlaybackKeyFileInfo))]
public sealed class GetIvsPlaybackKeyFileCommand : IvsCommand
{
    // The table view of this type name shows whether the key is imported, and the ID of its key pair.
    private const string CheckedType = "IvsTools.PlaybackKeyFileInfo#Online";

    private readonly object _asking = new();
    private Task<ReadKeyPairs>? _imported;

    /// <summary>The paths of the files. Wildcards are accepted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    [TextTransformation]
    [RejectSecret]
    public string[] Path { get; set; } = [];

    /// <summary>The literal paths of the files.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "PrivateKeyPath")]
    [RejectSecret]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Decrypts private keys. Without the passphrase, the output describes only the container of an encrypted key.</summary>
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

    /// <summary>Checks whether the keys are imported in the Region.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Online { get; set; }

    /// <summary>The ARN of an imported key pair to compare with the keys.</summary>
    [Parameter]
    [ValidateNotNull]
    [ValidateIvsArn(ArnKind.PlaybackKeyPair)]
    [ArgumentCompleter(typeof(PlaybackKeyPairCompleter))]
    public string? Arn { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var selection = Selection.Of<PlaybackKeyFileInfo>(this, Select, Arn);
        var literal = ParameterSetName != "Path";
        if (!IsInputUsable(literal ? LiteralPath : Path))
            return;
        foreach (var path in FilePaths.Resolve(this, literal ? LiteralPath : Path, literal, Report))
        {
            try
            {
                UntilStopped(stop => Inspect(path, selection, stop));
            }
            catch (Exception e) when (ErrorRecords.ForKey(e, path) is { } error)
            {
                Report(error);
            }
        }
    }

    private void Inspect(string path, Func<object, object?>? selection, CancellationToken stop)
    {
        using var opener = new KeyOpener(Passphrase, DecryptionCertificate);
        foreach (var found in KeyFileInspection.Inspect(path, opener.Protection, stop))
            Write(found, selection);
    }

    private void Write(PlaybackKeyFileInfo found, Func<object, object?>? selection)
    {
        var arn = Arn;
        if (!Online && arn is null)
        {
            foreach (var record in PipelineRecord.Outputs(selection is null ? found : selection(found)))
                record.Write(CommandRuntime);
            return;
        }
        Start(found.Path, arn, async (context, stop) =>
        {
            var compared = Compared(found, await Imported(context, arn, stop).ConfigureAwait(false));
            return PipelineRecord.Outputs(selection is null ? InCheckedView(compared) : selection(compared));
        });
    }

    // The API cannot find a key pair by its public key, so all key pairs of the Region are read once. There are at most three. After a
    // failure, they are read again for the next key.
    private Task<ReadKeyPairs> Imported(CallContext context, string? arn, CancellationToken stop)
    {
        lock (_asking)
        {
            if (_imported is null or { IsFaulted: true } or { IsCompletedSuccessfully: true, Result.Failure: not null })
                _imported = ImportedAsync(context, arn, stop);
            return _imported;
        }
    }

    private static PlaybackKeyFileInfo Compared(PlaybackKeyFileInfo found, ReadKeyPairs imported) =>
        found.Fingerprint is null ? found : found.Checked(imported.Find(found.Fingerprint)?.Arn);

    private static PSObject InCheckedView(PlaybackKeyFileInfo found)
    {
        var output = new PSObject(found);
        output.TypeNames.Insert(0, CheckedType);
        return output;
    }

    private static async Task<ReadKeyPairs> ImportedAsync(
        CallContext context, string? arn, CancellationToken cancellationToken)
    {
        if (arn is null)
            return await PlaybackKeyPairs.AllAsync(context, cancellationToken).ConfigureAwait(false);
        var response = await context.SendAsync(Operations.GetPlaybackKeyPair, new(arn), cancellationToken).ConfigureAwait(false);
        return new([response.KeyPair], Failure: null);
    }
}
