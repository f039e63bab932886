using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IvsTools.Emulator.Http;

namespace IvsTools.Emulator.Tool;

/// <summary>Loads the TLS certificate from files, or creates a certificate for this run.</summary>
internal static class ServerCertificate
{
    /// <param name="file">The PEM file. If null, a certificate is created.</param>
    /// <param name="keyFile">The PEM file of the private key. Null if the certificate file contains the private key.</param>
    /// <param name="address">The address that a created certificate is valid for, in addition to localhost.</param>
    /// <param name="names">Additional names that a created certificate is valid for.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="CryptographicException">The file does not contain a certificate, or the key does not belong to it.</exception>
    public static X509Certificate2 Get(FileInfo? file, FileInfo? keyFile, IPAddress address, IReadOnlyList<string> names)
    {
        if (file is null)
            return SelfSignedCertificate.Create([address], names);
        using var pem = Read(file, keyFile);
        return SelfSignedCertificate.Load(pem);
    }

    private static X509Certificate2 Read(FileInfo file, FileInfo? keyFile)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(file.FullName, keyFile?.FullName);
        }
        catch (CryptographicException e)
        {
            throw new CryptographicException($"--certificate: {file.FullName} and its key cannot be used: {e.Message}", e);
        }
    }
}
