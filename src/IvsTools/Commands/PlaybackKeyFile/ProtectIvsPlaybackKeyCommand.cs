using System.Management.Automation;
using System.Security;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>Protects private keys that are there already, or protects them anew: by a passphrase, or to certificates.</summary>
[Cmdlet(VerbsSecurity.Protect, "IvsPlaybackKey", SupportsShouldProcess = true, DefaultParameterSetName = "Certificate")]
[OutputType(typeof(PlaybackKeyFileInfo))]
public sealed class ProtectIvsPlaybackKeyCommand : KeyCommand
{
    /// <summary>The private key's file, in any form that New-IvsViewerToken reads.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PrivateKeyPath", "LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    [RefuseSecret]
    public string Path { get; set; } = null!;

    /// <summary>The certificates, as Protect-CmsMessage takes them: thumbprint, subject, file, or object.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Certificate")]
    [RefuseSecret]
    public CmsMessageRecipient[]? ProtectTo { get; set; }

    /// <summary>The passphrase that opens it from now on.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Passphrase")]
    [ValidatePassphrase]
    [RefuseSecret]
    public SecureString? NewPassphrase { get; set; }

    /// <summary>The file to write; without it the key's own, with -Force.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [RefuseSecret]
    public string? DestinationPath { get; set; }

    /// <summary>Writes over a file that is there.</summary>
    [Parameter]
    [RefuseSecret]
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
            using var passphrase = new PlainPassphrase(Passphrase);
            using var newPassphrase = new PlainPassphrase(NewPassphrase);
            var protection = new KeyProtection(newPassphrase.Text, Recipients.Find(this, ProtectTo));
            WriteObject(PlaybackKeyFiles.Protect(source, Opener(passphrase.Text), destination, protection, Force));
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, source) is { } error)
        {
            WriteError(error);
        }
    }
}
