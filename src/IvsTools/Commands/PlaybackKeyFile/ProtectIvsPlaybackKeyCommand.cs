using System.Management.Automation;
using System.Security;
using IvsTools.Errors;
using IvsTools.Keys;

namespace IvsTools.Commands;

/// <summary>Protects private keys with a passphrase or certificates, or changes their protection.</summary>
[Cmdlet(VerbsSecurity.Protect, "IvsPlaybackKey", SupportsShouldProcess = true, DefaultParameterSetName = ByPath)]
[OutputType(typeof(PlaybackKeyFileInfo))]
public sealed class ProtectIvsPlaybackKeyCommand : KeyCommand
{
    private const string ByPath = "Path";

    /// <summary>The path of a private key file that New-IvsViewerToken can read.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [Alias("PrivateKeyPath", "LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    public string Path { get; set; } = null!;

    /// <summary>The certificates for the protection. Protect-CmsMessage accepts the same values.</summary>
    [Parameter]
    [RejectSecret]
    public CmsMessageRecipient[]? ProtectTo { get; set; }

    /// <summary>The new passphrase.</summary>
    [Parameter]
    [ValidatePassphrase]
    [RejectSecret]
    public SecureString? NewPassphrase { get; set; }

    /// <summary>The path of the new file. If omitted, the key file is overwritten, which requires -Force.</summary>
    // The parameter binds by property name, so that a script block can return a separate destination path for each piped file.
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = nameof(SsmParameter))]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = nameof(SecretName))]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    public string? DestinationPath { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (ProtectTo is null == NewPassphrase is null)
            ThrowTerminatingError(ErrorRecords.Invalid("ProtectionRequired", "Use either -ProtectTo or -NewPassphrase.", null));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsInputUsable(Path))
            return;
        var source = ParameterSetName == ByPath ? FilePaths.OnDisk(this, Path) : null;
        if (ParameterSetName == ByPath && source is null)
        {
            WriteError(ErrorRecords.File(new FileNotFoundException(), Path));
            return;
        }
        if ((DestinationPath is null ? source : FilePaths.OnDisk(this, DestinationPath)) is not { } destination)
        {
            WriteError(ErrorRecords.File(new DirectoryNotFoundException(), DestinationPath!));
            return;
        }
        if (!ShouldProcess(destination, "Write protected private key"))
            return;
        try
        {
            UntilStopped(stop => WriteObject(Protect(source, destination, stop)));
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, source ?? SsmParameter ?? SecretName) is { } error)
        {
            WriteError(error);
        }
    }

    private PlaybackKeyFileInfo Protect(string? source, string destination, CancellationToken stop)
    {
        using var opener = Opener();
        using var newPassphrase = new PlainPassphrase(NewPassphrase);
        var protection = new KeyProtection(newPassphrase.Text, Recipients.Find(this, ProtectTo));
        if (source is not null)
            return PlaybackKeyFiles.Protect(source, opener.Protection, destination, protection, Force, stop);
        using var stored = StoredKey(stop)!;
        using var key = stored.Read(opener.Protection);
        return PlaybackKeyFiles.Protect(key, destination, protection, Force);
    }
}
