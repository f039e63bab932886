using System.Management.Automation;
using System.Security;
using IvsTools.Errors;
using IvsTools.Keys;

namespace IvsTools.Commands;

/// <summary>Protects existing private keys with a passphrase or with certificates, or changes their protection.</summary>
[Cmdlet(VerbsSecurity.Protect, "IvsPlaybackKey", SupportsShouldProcess = true, DefaultParameterSetName = "Certificate")]
[OutputType(typeof(PlaybackKeyFileInfo))]
public sealed class ProtectIvsPlaybackKeyCommand : KeyCommand
{
    /// <summary>The path of the private key file, in any form that New-IvsViewerToken reads.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PrivateKeyPath", "LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    public string Path { get; set; } = null!;

    /// <summary>The certificates, as for Protect-CmsMessage: thumbprint, subject, file, or object.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Certificate")]
    [ValidateNotSecret]
    public CmsMessageRecipient[]? ProtectTo { get; set; }

    /// <summary>The new passphrase.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Passphrase")]
    [ValidatePassphrase]
    [ValidateNotSecret]
    public SecureString? NewPassphrase { get; set; }

    /// <summary>The file to write. If omitted, the key file is overwritten, which requires -Force.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    public string? DestinationPath { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var source = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        var destination = DestinationPath is null ? source : SessionState.Path.GetUnresolvedProviderPathFromPSPath(DestinationPath);
        if (!ShouldProcess(destination, "Write protected private key"))
            return;
        try
        {
            UntilStopped(stop => WriteObject(Protect(source, destination, stop)));
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, source) is { } error)
        {
            WriteError(error);
        }
    }

    private PlaybackKeyFileInfo Protect(string source, string destination, CancellationToken stop)
    {
        using var passphrase = new PlainPassphrase(Passphrase);
        using var newPassphrase = new PlainPassphrase(NewPassphrase);
        var protection = new KeyProtection(newPassphrase.Text, Recipients.Find(this, ProtectTo));
        return PlaybackKeyFiles.Protect(source, Opener(passphrase.Text), destination, protection, Force, stop);
    }
}
