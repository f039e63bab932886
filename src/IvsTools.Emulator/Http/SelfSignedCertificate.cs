using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IvsTools.Emulator.Http;

/// <summary>Creates certificates that clients can trust directly.</summary>
public static class SelfSignedCertificate
{
    /// <summary>Creates a certificate for localhost and the loopback addresses, with its private key.</summary>
    /// <param name="addresses">Additional IP addresses that the certificate is valid for.</param>
    /// <param name="names">Additional host names that the certificate is valid for.</param>
    public static X509Certificate2 Create(IEnumerable<IPAddress> addresses, IEnumerable<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ivs-emulator", key, HashAlgorithmName.SHA256);
        var subject = new SubjectAlternativeNameBuilder();
        foreach (var name in names.Prepend("localhost").Distinct(StringComparer.OrdinalIgnoreCase))
            subject.AddDnsName(name);
        foreach (var ip in addresses.Concat([IPAddress.Loopback, IPAddress.IPv6Loopback]).Distinct())
            subject.AddIpAddress(ip);
        request.CertificateExtensions.Add(subject.Build());
        // Clients trust the certificate directly, so it has to be its own certificate authority.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(90));
        return Load(certificate);
    }

    /// <summary>
    /// Converts the certificate for use with TLS. On Windows, TLS requires a private key that was loaded from a PKCS#12 file.
    /// </summary>
    public static X509Certificate2 Load(X509Certificate2 certificate) => new(certificate.Export(X509ContentType.Pkcs12));
}
