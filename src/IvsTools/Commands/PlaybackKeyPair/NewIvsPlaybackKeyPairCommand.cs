using System.Management.Automation;
using System.Security;
using IvsTools.Errors;
using IvsTools.Keys;

namespace IvsTools.Commands;

/// <summary>Creates a P-384 key pair on this machine, without network calls.</summary>
[Cmdlet(VerbsCommon.New, "IvsPlaybackKeyPair", SupportsShouldProcess = true, DefaultParameterSetName = "Passphrase")]
[OutputType(typeof(PlaybackKeyFile))]
public sealed class NewIvsPlaybackKeyPairCommand : PSCmdlet
{
    /// <summary>The name of the files: 1 to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [ValidateIvsName(Required = true)]
    public string Name { get; set; } = null!;

    /// <summary>The folder for the two files. Default: the current folder.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ValidateNotSecret]
    public string DestinationPath { get; set; } = ".";

    /// <summary>Encrypts the private key.</summary>
    [Parameter(ParameterSetName = "Passphrase")]
    [ValidatePassphrase]
    [ValidateNotSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>
    /// Encrypts the private key in a CMS message for these certificates, as for Protect-CmsMessage: thumbprint, subject, file, or object.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "Certificate")]
    [ValidateNotSecret]
    public CmsMessageRecipient[]? ProtectTo { get; set; }

    /// <summary>Overwrites files with the same names.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var folder = SessionState.Path.GetUnresolvedProviderPathFromPSPath(DestinationPath, out var provider, out _);
        if (provider.Name != "FileSystem" || !Directory.Exists(folder))
        {
            WriteError(ErrorRecords.File(new DirectoryNotFoundException(), DestinationPath));
            return;
        }
        if (!ShouldProcess(Path.Combine(folder, Name), "Create playback key pair"))
            return;
        try
        {
            using var passphrase = new PlainPassphrase(Passphrase);
            WriteObject(PlaybackKeyFiles.Create(Name, folder, new KeyProtection(passphrase.Text, Recipients.Find(this, ProtectTo)), Force));
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, Path.Combine(folder, Name)) is { } error)
        {
            WriteError(error);
        }
    }
}
