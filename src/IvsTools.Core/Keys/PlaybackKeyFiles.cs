using System.Security.Cryptography;
using System.Text;

namespace IvsTools.Keys;

/// <summary>Writes a new key pair to disk: both files whole, or neither.</summary>
public static class PlaybackKeyFiles
{
    /// <summary>Makes a P-384 pair and writes <c>&lt;name&gt;.private.pem</c> and <c>&lt;name&gt;.public.pem</c>.</summary>
    /// <param name="name">What the files are called after.</param>
    /// <param name="directory">Where they go; it must be there.</param>
    /// <param name="protection">None leaves the private key unencrypted.</param>
    /// <param name="force">True to write over files of these names.</param>
    /// <exception cref="KeyException">FileExists, without <paramref name="force"/>.</exception>
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
                // Halves of two pairs would be taken for a pair.
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

    /// <summary>Writes a private key that is there already under another protection; what it had does not stay.</summary>
    /// <param name="source">The key's file, in any form that is read.</param>
    /// <param name="opener">What opens it.</param>
    /// <param name="destination">The file to write, which may be the same.</param>
    /// <param name="protection">What protects it from now on.</param>
    /// <param name="force">True to write over a file.</param>
    /// <exception cref="ArgumentException">The protection is none.</exception>
    /// <exception cref="KeyException">The key cannot be read or protected, or FileExists.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static PlaybackKeyFileInfo Protect(string source, KeyProtection opener, string destination, KeyProtection protection, bool force)
    {
        if (protection.Passphrase.IsEmpty && protection.Certificates is not { Count: > 0 })
            throw new ArgumentException("A passphrase or a certificate is required.", nameof(protection));
        if (!force && File.Exists(destination))
            throw Exists(destination, null);
        using var key = PrivateKeyReader.ReadFile(source, opener);
        var pem = key.ExportPem(protection);
        try
        {
            using var file = new PendingFile(destination, ownerOnly: true);
            file.Write(pem);
            Keep(file, force);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pem);
        }
        // Looked at from outside: to open it again would take the rounds of the passphrase, and it may be for others alone.
        return KeyFileInspection.Inspect(destination)[0] with
        {
            Algorithm = KeyAlgorithm.Ecdsa,
            Curve = P384.Name,
            Fingerprint = key.PublicKey.Fingerprint,
            Problem = null,
        };
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
        new(KeyErrorId.FileExists, $"The file '{path}' already exists.", "Choose another name or folder, or use -Force to overwrite the file.", inner);
}
