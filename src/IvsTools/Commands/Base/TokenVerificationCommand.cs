using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Keys;
using IvsTools.Tokens;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that check viewer tokens.</summary>
public abstract class TokenVerificationCommand : KeyCommand
{
    private readonly List<PlaybackPublicKey> _keys = [];

    /// <summary>Prevents derived classes in other assemblies.</summary>
    private protected TokenVerificationCommand()
    {
    }

    /// <summary>The public keys that verify the token. A key can be PEM text, a file, or the output of New-IvsPlaybackKeyPair.</summary>
    [Parameter]
    [PublicKeyTransformation]
    public PublicKeySource[] PublicKey { get; set; } = [];

    /// <summary>The paths of files with public keys. Wildcards are accepted.</summary>
    [Parameter]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [RejectSecret(Use = "-PublicKey")]
    public string?[]? PublicKeyPath { get; set; }

    /// <summary>The key in AWS KMS that verifies the token. Use the ID or ARN of a key, or the name or ARN of an alias.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(KmsKeyId))]
    [ValidateNotNullOrEmpty]
    [RejectSecret]
    [ValidateArnService(ValidateArnServiceAttribute.Kms)]
    public string? KmsKeyId { get; set; }

    /// <summary>The expected channel.</summary>
    [Parameter]
    [ValidateNotNull]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string? ChannelArn { get; set; }

    /// <summary>The website that plays the channel. Any URL of the site is accepted.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Origin { get; set; }

    /// <summary>The origin of the URL in -Origin, or null.</summary>
    private protected string? Page { get; private set; }

    /// <summary>The public keys from the parameters.</summary>
    private protected IReadOnlyCollection<PlaybackPublicKey> Keys => _keys;

    /// <summary>Reads the public keys before the first input.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Page = Origin is null ? null : PageOrigin.Of(Origin);
        if (Origin is not null && Page is null)
        {
            ThrowTerminatingError(ErrorRecords.Invalid(
                "InvalidOrigin",
                "-Origin is not the URL of a site. The URL must contain a scheme and a host, and must not contain a user name.",
                Origin,
                "Use a URL such as https://example.com."));
        }
        foreach (var source in PublicKey)
            Read(source, stop => source.Read(PathParameter, stop));
        var location = Location with { KmsKeyId = KmsKeyId };
        if (location.Name is { } name)
            Read(name, stop => [ReadPublicKey(location, stop)]);
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(PublicKeyPath)))
            return;
        // A null path is an error, because without a key the report could not show whether the signature is valid.
        if (PublicKeyPath is not { Length: > 0 } paths)
            paths = [null];
        foreach (var path in paths)
            ReadFiles(path ?? string.Empty);
    }

    private string? PathParameter(string text) => FilePaths.IsFile(this, text) ? "-PublicKeyPath" : null;

    private void Read(object target, Func<CancellationToken, IEnumerable<PlaybackPublicKey>> read)
    {
        try
        {
            UntilStopped(stop => _keys.AddRange(read(stop)));
        }
        catch (Exception e) when (ErrorRecords.ForKey(e, target) is { } error)
        {
            ThrowTerminatingError(error);
        }
    }

    private PlaybackPublicKey ReadPublicKey(KeyLocation location, CancellationToken stop)
    {
        using var opener = Opener();
        return Stores.ReadPublicKey(SpecifiedConnection, location, opener, stop);
    }

    private void ReadFiles(string path)
    {
        var files = path.Length == 0 ? [] : FilePaths.Resolve(this, [path], literal: false, ThrowTerminatingError).ToList();
        if (files.Count == 0)
        {
            ThrowTerminatingError(
                ErrorRecords.Invalid(
                    "NoPublicKey",
                    "-PublicKeyPath is empty or does not match a file.",
                    path,
                    "Use the path of a file with a public key, such as prod.public.pem."));
        }
        foreach (var file in files)
            Read(file, stop => PublicKeySource.From(new FileInfo(file))[0].Read(PathParameter, stop));
    }
}
