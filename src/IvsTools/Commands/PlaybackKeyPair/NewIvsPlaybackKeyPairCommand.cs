using System.Collections;
using System.Management.Automation;
using System.Security;
using IvsTools.Errors;
using IvsTools.Keys;

namespace IvsTools.Commands;

/// <summary>Creates a P-384 key pair on this machine or in AWS KMS.</summary>
[Cmdlet(VerbsCommon.New, "IvsPlaybackKeyPair", SupportsShouldProcess = true, DefaultParameterSetName = ByPassphrase)]
[OutputType(typeof(PlaybackKeyFile), typeof(PlaybackKmsKey))]
public sealed class NewIvsPlaybackKeyPairCommand : ConnectionCommand
{
    private const string ByPassphrase = "Passphrase";
    private const string ByCertificate = "Certificate";
    private const string ByKms = "Kms";

    /// <summary>The name of the files or of the alias in AWS KMS. It has 1 to 128 letters, digits, '-' and '_'.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [ValidateIvsName(Required = true)]
    public string Name { get; set; } = null!;

    /// <summary>The folder for the two files. The default is the current folder.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPassphrase)]
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ByCertificate)]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    public string? DestinationPath { get; set; }

    /// <summary>The passphrase for the private key.</summary>
    [Parameter(ParameterSetName = ByPassphrase)]
    [ValidatePassphrase]
    [RejectSecret]
    public SecureString? Passphrase { get; set; }

    /// <summary>The certificates that can decrypt the private key. Protect-CmsMessage accepts the same values.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByCertificate)]
    [RejectSecret]
    public CmsMessageRecipient[]? ProtectTo { get; set; }

    /// <summary>Overwrites files with the same names.</summary>
    [Parameter(ParameterSetName = ByPassphrase)]
    [Parameter(ParameterSetName = ByCertificate)]
    [FlagTransformation]
    public SwitchParameter Force { get; set; }

    /// <summary>Creates a signing key and an alias in AWS KMS. The private key does not leave AWS KMS. AWS charges for the key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByKms)]
    [FlagTransformation]
    public SwitchParameter Kms { get; set; }

    /// <summary>The tags for the key in AWS KMS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ByKms)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsInputUsable(Name))
            return;
        if (ParameterSetName == ByKms)
            CreateInKms();
        else
            CreateFiles();
    }

    private void CreateInKms()
    {
        if (!ShouldProcess($"alias/{Name}", "Create playback key in AWS KMS"))
            return;
        try
        {
            UntilStopped(stop => WriteObject(new KeyStores(this).CreateKmsKey(SpecifiedConnection, Name, TagSet.From(Tag), stop)));
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, $"alias/{Name}") is { } error)
        {
            WriteError(error);
        }
    }

    private void CreateFiles()
    {
        var destination = DestinationPath ?? ".";
        if (FilePaths.OnDisk(this, destination) is not { } folder || !Directory.Exists(folder))
        {
            WriteError(ErrorRecords.File(new DirectoryNotFoundException(), destination));
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
