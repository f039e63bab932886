using System.Security.Cryptography;
using System.Text;

namespace IvsTools.Keys;

/// <summary>Writes private keys and key pairs to files.</summary>
internal static class PlaybackKeyFiles
{
    /// <summary>Creates a P-384 key pair and writes <c>&lt;name&gt;.private.pem</c> and <c>&lt;name&gt;.public.pem</c>.</summary>
    /// <param name="name">The name of the key pair. The file names start with this name.</param>
    /// <param name="directory">The folder, which must exist.</param>
    /// <param name="protection">The protection of the private key. An empty protection leaves the key unencrypted.</param>
    /// <param name="force">True to overwrite existing files.</param>
    /// <exception cref="KeyException">A file exists, and <paramref name="force"/> is false (FileExists).</exception>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static PlaybackKeyFile Create(string name, string directory, KeyProtection protection, bool force)
    {
        var privatePath = Path.Combine(directory, name + ".private.pem");
        var publicPath = Path.Combine(directory, name + ".public.pem");
        if (!force && new[] { privatePath, publicPath }.FirstOrDefault(File.Exists) is { } taken)
            throw Exists(taken, null);

        using var key = PlaybackPrivateKey.Create();
        var privatePem = key.ExportPem(protection);
        try
        {
            using var privateFile = new PendingFile(privatePath, ownerOnly: true);
            using var publicFile = new PendingFile(publicPath, ownerOnly: false);
            privateFile.Write(privatePem);
            publicFile.Write(Encoding.ASCII.GetBytes(key.PublicKey.Pem));
            Keep(privateFile, force);
            try
            {
                Keep(publicFile, force);
            }
            catch
            {
                // Undo restores the previous private key, so that the two files do not contain keys of different pairs.
                privateFile.Undo();
                throw;
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(privatePem);
        }
        return new PlaybackKeyFile(name, privatePath, publicPath, key.PublicKey.Fingerprint);
    }

    /// <summary>Reads a private key from a file, and writes it to a file with a new protection.</summary>
    /// <param name="source">The key file in any supported format.</param>
    /// <param name="opener">Opens the key.</param>
    /// <param name="destination">The file to write, which can be the source file.</param>
    /// <param name="protection">The new protection.</param>
    /// <param name="force">True to overwrite a file.</param>
    /// <param name="cancellationToken">Cancels only the read of the key file. The write is never interrupted.</param>
    /// <exception cref="ArgumentException">The protection is empty.</exception>
    /// <exception cref="KeyException">The key cannot be read or protected, or a file exists (FileExists).</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">The read was canceled. Nothing was written.</exception>
    public static PlaybackKeyFileInfo Protect(
        string source,
        KeyProtection opener,
        string destination,
        KeyProtection protection,
        bool force,
        CancellationToken cancellationToken = default)
    {
        Require(destination, protection, force);
        // The comparison ignores case, as some file systems do. On other file systems, a false match only causes an additional check.
        if (RealPath(source).Equals(RealPath(destination), StringComparison.OrdinalIgnoreCase))
        {
            // The target of a symbolic link is replaced, because replacing only the link would leave the old private key in the target.
            destination = TargetOf(destination) ?? destination;
            RequireOneKey(destination, cancellationToken);
        }
        using var key = PrivateKeyReader.ReadFile(source, opener, cancellationToken);
        return Protect(key, destination, protection, force);
    }

    /// <summary>Protects a private key and writes it to a file.</summary>
    /// <param name="key">The private key, which the caller disposes.</param>
    /// <param name="destination">The file to write.</param>
    /// <param name="protection">The protection.</param>
    /// <param name="force">True to overwrite a file.</param>
    /// <exception cref="ArgumentException">The protection is empty.</exception>
    /// <exception cref="KeyException">The key cannot be protected, or a file exists (FileExists).</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static PlaybackKeyFileInfo Protect(PlaybackPrivateKey key, string destination, KeyProtection protection, bool force)
    {
        Require(destination, protection, force);
        var pem = key.ExportPem(protection);
        try
        {
            using var file = new PendingFile(destination, ownerOnly: true);
            file.Write(pem);
            Keep(file, force);
            return KeyFileInspection.Describe(destination, pem, key.PublicKey);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pem);
        }
    }

    // The new file contains only one private key, so any other key or certificate in the old file would be lost.
    private static void RequireOneKey(string path, CancellationToken cancellationToken)
    {
        var count = KeyFileInspection.Inspect(path, cancellationToken: cancellationToken)
            .Count(block => block.Kind is nameof(PlaybackKeyKind.Private) or nameof(PlaybackKeyKind.Certificate));
        if (count > 1)
        {
            throw new KeyException(
                KeyErrorId.SeveralKeys,
                $"The file '{path}' contains {count} private keys and certificates, but the protected file would contain only one private "
                    + "key. The file was not changed.",
                "Use -DestinationPath to write the protected key to another file.");
        }
    }

    // A folder in the path can also be a symbolic link.
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
            return full;
        var real = Path.Combine(RealPath(folder), Path.GetFileName(full));
        return TargetOf(real) is { } target ? RealPath(target) : real;
    }

    private static string? TargetOf(string path) =>
        Path.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;

    private static void Require(string destination, KeyProtection protection, bool force)
    {
        if (protection.Passphrase.IsEmpty && protection.Certificates is not { Count: > 0 })
            throw new ArgumentException("A passphrase or a certificate is required.", nameof(protection));
        if (!force && File.Exists(destination))
            throw Exists(destination, null);
    }

    private static void Keep(PendingFile file, bool force)
    {
        try
        {
            file.Keep(force);
        }
        catch (IOException e) when (!force && File.Exists(file.Path))
        {
            throw Exists(file.Path, e);
        }
    }

    private static KeyException Exists(string path, Exception? inner) =>
        new(
            KeyErrorId.FileExists,
            $"The file '{path}' already exists.",
            "Choose another name or folder, or use -Force to overwrite the file.",
            inner);
}
