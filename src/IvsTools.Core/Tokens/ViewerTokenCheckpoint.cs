using System.Buffers.Text;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Tokens;

/// <summary>A file with one signed token per line. After an interruption, the next run does not sign these tokens again.</summary>
/// <remarks>
/// A token is used again only if its claims match, at least half of its requested lifetime remains, and the key verifies it. Other
/// lines, such as an incomplete line after a crash, are ignored.
/// </remarks>
internal sealed class ViewerTokenCheckpoint : IDisposable
{
    // This size is sufficient for hundreds of thousands of tokens.
    private const long MaximumBytes = 256 * 1024 * 1024;

    private readonly PlaybackPublicKey _key;
    private readonly FileStream _file;
    private readonly object _gate = new();
    private readonly ILookup<string, Line> _lines;

    /// <summary>
    /// Opens the file, or creates a file that only its owner can read. Other processes cannot open the file at the
    /// same time.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The public key of the key pair that signs the tokens.</param>
    /// <exception cref="IOException">The file cannot be read or written, or it is not a checkpoint file.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public ViewerTokenCheckpoint(string path, PlaybackPublicKey key)
    {
        _key = key;
        if (Directory.Exists(path))
            throw new IOException("The path is a folder.");
        if (!File.Exists(path))
            PendingFile.OpenForOwner(path).Dispose();
        _file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            var text = ReadText();
            _lines = text.Split('\n').Select(Line.Parse).OfType<Line>().ToLookup(line => Line.LikenessOf(line.Claims));
            if (text.Length > 0 && text[^1] != '\n')
                _file.WriteByte((byte)'\n');
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Finds a token with these claims in the file. Returns each token only once, and null if no token matches.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="anyExpiry">True if the token can have a different expiry. At least half of the requested lifetime must remain.</param>
    /// <param name="anyUuid">True if the token can have any single-use UUID.</param>
    /// <param name="playbackUrl">The playback URL of the channel, or null.</param>
    public ViewerToken? Take(ViewerTokenClaims claims, bool anyExpiry, bool anyUuid, string? playbackUrl)
    {
        var now = DateTimeOffset.UtcNow;
        // If the claims are not valid, the signer reports the problem.
        if (ViewerTokenRules.Check(claims, now).Any())
            return null;
        lock (_gate)
        {
            var wanted = Line.LikenessOf(claims);
            var found = _lines[wanted].FirstOrDefault(line => !line.IsTaken
                && (anyExpiry
                    ? line.Claims.ExpiresAt - now >= (claims.ExpiresAt - now) / 2
                    : line.Claims.ExpiresAt.ToUnixTimeSeconds() == claims.ExpiresAt.ToUnixTimeSeconds())
                && (anyUuid || line.Claims.SingleUseUuid == claims.SingleUseUuid)
                && line.IsOf(_key));
            if (found is null)
                return null;
            found.IsTaken = true;
            return ViewerTokenSigner.Describe(found.Token, found.Claims, _key.Fingerprint, playbackUrl);
        }
    }

    /// <summary>Adds a token. The token is in the file when the method returns.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(ViewerToken token)
    {
        var line = Encoding.ASCII.GetBytes(token.Token + "\n");
        lock (_gate)
        {
            _file.Seek(0, SeekOrigin.End);
            _file.Write(line);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    // Returns the text of a checkpoint file. Rejects files of other kinds, such as a key file, so that they are not changed.
    private string ReadText()
    {
        if (!_file.CanSeek)
            throw new IOException("The path is a pipe or a device, not a file.");
        if (_file.Length > MaximumBytes)
            throw new IOException("The file is larger than 256 MiB.");
        // The read ends at the length of the file, because devices such as /dev/zero have the length 0 but never end.
        var content = new byte[_file.Length];
        _file.ReadExactly(content);
        var text = Encoding.ASCII.GetString(content);
        var first = text.Split('\n', 2)[0].TrimEnd('\r');
        // The first line can be incomplete after a crash.
        return first.StartsWith(ViewerTokenFormat.Head, StringComparison.Ordinal)
            || ViewerTokenFormat.Head.StartsWith(first, StringComparison.Ordinal)
            ? text
            : throw new IOException("The first line is not a viewer token, so this is not a checkpoint file. The file was not changed.");
    }

    private sealed class Line(string token, ViewerTokenClaims claims)
    {
        public string Token => token;

        public ViewerTokenClaims Claims => claims;

        public bool IsTaken { get; set; }

        /// <summary>Parses a line. Returns null if the text cannot be a token that this module signed.</summary>
        public static Line? Parse(string text)
        {
            var token = text.TrimEnd('\r');
            var end = token.LastIndexOf('.');
            if (end <= 0 || token.Length > ViewerTokenFormat.MaximumLength)
                return null;
            var claims = ParsedClaims.Read(new ParsedToken(token).Json(1, "payload"), DateTimeOffset.UtcNow).Claims;
            return ViewerTokenFormat.Unsigned(claims) == token[..end] ? new Line(token, claims) : null;
        }

        /// <summary>Returns the same text for tokens that differ only in their expiry or single-use UUID.</summary>
        public static string LikenessOf(ViewerTokenClaims claims) => ViewerTokenFormat.Unsigned(claims with
        {
            ExpiresAt = DateTimeOffset.UnixEpoch,
            SingleUseUuid = claims.SingleUseUuid is null ? null : string.Empty,
            // The order of the keys in a hashtable differs between processes.
            AdsPlayerParameters = claims.AdsPlayerParameters is { } parameters
                ? new SortedDictionary<string, string>(parameters.ToDictionary(), StringComparer.Ordinal)
                : null,
        });

        public bool IsOf(PlaybackPublicKey key)
        {
            var end = token.LastIndexOf('.');
            var signature = new byte[ViewerTokenFormat.SignatureLength];
            return Base64Url.IsValid(token.AsSpan(end + 1), out var length)
                && length == signature.Length
                && Base64Url.TryDecodeFromChars(token.AsSpan(end + 1), signature, out _)
                && key.Verifies(Encoding.ASCII.GetBytes(token[..end]), signature);
        }
    }
}
