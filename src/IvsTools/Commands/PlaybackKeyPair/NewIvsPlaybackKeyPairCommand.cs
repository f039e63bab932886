using System.Management.Automation;
using System.Security;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>Creates a P-384 key pair on this machine. Nothing goes over the network.</summary>
[Cmdlet(VerbsCommon.New, "IvsPlaybackKeyPair", SupportsShouldProcess = true, DefaultParameterSetName = "Passphrase")]
[OutputType(typeof(PlaybackKeyFile))]
public sealed class NewIvsPlaybackKeyPairCommand : PSCmdlet
{
    /// <summary>What the files are called after: 1 to 128 of letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [ValidateIvsName(Required = true)]
    public string Name { get; set; } = null!;

    /// <summary>The folder for the two files; the current one unless given.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [RefuseSecret]
    public string DestinationPath { get; set; } = ".";

    /// <summary>Encrypts the private key.</summary>
    [Parameter(ParameterSetName = "Passphrase")]
    [ValidatePassphrase]
    [RefuseSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>Puts the private key into a CMS message to these certificates, as Protect-CmsMessage takes them: thumbprint, subject, file, or object.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Certificate")]
    [RefuseSecret]
    public CmsMessageRecipient[]? ProtectTo { get; set; }

    /// <summary>Writes over files of the same names.</summary>
    [Parameter]
    [RefuseSecret]
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
