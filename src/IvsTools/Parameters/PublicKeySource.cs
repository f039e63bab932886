using System.Collections;
using IvsTools.Keys;

namespace IvsTools.Parameters;

/// <summary>A public key from PEM text, a file, or the output of New-IvsPlaybackKeyPair.</summary>
public sealed class PublicKeySource
{
    private readonly string? _text;
    private readonly string? _path;

    /// <summary>Converts PEM text. Proxy functions do not have the transformation attribute of the parameter.</summary>
    public PublicKeySource(string text) => _text = text;

    /// <summary>Converts a file.</summary>
    public PublicKeySource(FileInfo file)
        : this(null, file?.FullName)
    {
    }

    /// <summary>Converts the output of New-IvsPlaybackKeyPair.</summary>
    public PublicKeySource(PlaybackKeyFile pair)
        : this(null, pair?.PublicKeyPath)
    {
    }

    /// <summary>Converts the output of Get-IvsPlaybackKeyFile.</summary>
    public PublicKeySource(PlaybackKeyFileInfo info)
        : this(null, info?.Path)
    {
    }

    private PublicKeySource(string? text, string? path) => (_text, _path) = (text, path);

    /// <summary>Reads the keys one by one, when the caller needs the next key.</summary>
    internal IEnumerable<PlaybackPublicKey> Read(Func<string, string?> pathParameter, CancellationToken stop)
    {
        foreach (var item in _path is null ? PemReader.ReadAll(_text, pathParameter) : PemFile.Read(_path, stop))
        {
            try
            {
                yield return PlaybackPublicKey.Read(item.Block ?? throw item.Error!);
            }
            finally
            {
                item.Block?.Clear();
            }
        }
    }

    /// <summary>Returns the path of the file instead of the text, because the text can be a private key.</summary>
    public override string ToString() => _path ?? "public key";

    /// <summary>Creates sources from an argument. Returns an empty array if the argument is not key material.</summary>
    internal static PublicKeySource[] From(object? value) => PSValue.Unwrap(value) switch
    {
        // A proxy function converts each line of a file to a source, so the lines are joined again.
        PublicKeySource[] sources when sources.All(source => source._path is null) => From(sources.Select(source => source._text).ToList()),
        PublicKeySource[] sources => sources,
        string text => [new PublicKeySource(text)],
        FileInfo file => [new PublicKeySource(file)],
        PlaybackKeyFile pair => [new PublicKeySource(pair)],
        PlaybackKeyFileInfo info => [new PublicKeySource(info)],
        // A list of strings contains the lines of one file. In a list with other objects, each item is a separate source.
        IList items when items.Cast<object?>().All(item => PSValue.Unwrap(item) is string) =>
            [new PublicKeySource(string.Join('\n', items.Cast<object?>()))],
        IList items => [.. items.Cast<object?>().SelectMany(From)],
        _ => [],
    };
}
