using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Emulator.Tool;

/// <summary>The certificate for HTTPS: from files, or created for this run.</summary>
internal static class ServerCertificate
{
    /// <param name="file">The PEM file. Null creates a certificate.</param>
    /// <param name="keyFile">The PEM file of the private key. Null if the certificate file contains it.</param>
    /// <param name="address">The address that a created certificate is valid for, in addition to localhost.</param>
    /// <param name="names">Additional names that a created certificate is valid for.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="CryptographicException">The file does not contain a certificate, or the key does not belong to it.</exception>
    public static X509Certificate2 Get(FileInfo? file, FileInfo? keyFile, IPAddress address, IReadOnlyList<string> names)
    {
        using var pem = file is null ? Make(address, names) : Read(file, keyFile);
        // On Windows, TLS requires a key that was loaded from a PKCS#12 file.
        return new X509Certificate2(pem.Export(X509ContentType.Pkcs12));
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

    private static X509Certificate2 Make(IPAddress address, IReadOnlyList<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ivs-emulator", key, HashAlgorithmName.SHA256);
        var subject = new SubjectAlternativeNameBuilder();
        foreach (var name in names.Prepend("localhost").Distinct(StringComparer.OrdinalIgnoreCase))
            subject.AddDnsName(name);
        foreach (var ip in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback, address }.Distinct())
            subject.AddIpAddress(ip);
        request.CertificateExtensions.Add(subject.Build());
        // Clients trust the certificate directly, so it is its own authority. It is valid only for servers.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(90));
    }
}
