using System.Diagnostics;
using IvsTools.Core.Tests.Keys;
using IvsTools.Keys;

namespace IvsTools.Fuzz;

/// <summary>Checks that openssl and IvsTools read the same public key from a PEM block.</summary>
internal sealed class OpensslCheck : IDisposable
{
    private static readonly string[] Public = ["-pubout", "-outform", "DER"];
    private readonly TemporaryFolder _folder = new();

    public OpensslCheck()
    {
        File.WriteAllText(_folder["pass"], KeyForms.Passphrase);
        File.WriteAllText(_folder["recipient.pem"], KeyForms.Recipient.ExportCertificatePem());
        using var key = System.Security.Cryptography.X509Certificates.RSACertificateExtensions.GetRSAPrivateKey(KeyForms.Recipient)!;
        File.WriteAllText(_folder["recipient.key"], key.ExportPkcs8PrivateKeyPem());
    }

    public int Compared { get; private set; }

    /// <summary>Returns null if openssl reads the expected key from the block. Otherwise, returns an error message.</summary>
    public string? Judge(PemBlock block, PlaybackPublicKey expected)
    {
        Compared++;
        File.WriteAllBytes(_folder["key"], block.Der);
        var (found, error) = block.Label switch
        {
            PemLabel.PublicKey => Run("pkey", ["-pubin", "-inform", "DER", "-in", "key", .. Public]),
            PemLabel.Certificate =>
                Then(Run("x509", ["-inform", "DER", "-in", "key", "-noout", "-pubkey"]), "pkey", ["-pubin", "-in", "opened", .. Public]),
            PemLabel.Pkcs12 => Pkcs12(),
            PemLabel.Cms or PemLabel.Pkcs7 => Then(
                Run("cms", ["-decrypt", "-binary", "-inform", "DER", "-in", "key", "-recip", "recipient.pem", "-inkey", "recipient.key"]),
                "pkey",
                ["-in", "opened", "-passin", "file:pass", .. Public]),
            _ => Run("pkey", ["-inform", "DER", "-in", "key", "-passin", "file:pass", .. Public]),
        };
        return found is null ? $"openssl rejects the key: {error}"
            : PlaybackPublicKey.Read(new PemBlock(PemLabel.PublicKey, found, 1)).Equals(expected) ? null
            : "openssl finds a different public key.";
    }

    public void Dispose() => _folder.Dispose();

    private (byte[]? Output, string Error) Pkcs12()
    {
        string[] read = ["-in", "key", "-passin", "file:pass", "-nocerts", "-noenc"];
        var opened = Run("pkcs12", read);
        // RC2 and similar algorithms are in the legacy provider of openssl.
        return Then(opened.Output is null ? Run("pkcs12", [.. read, "-legacy"]) : opened, "pkey", ["-in", "opened", .. Public]);
    }

    private (byte[]? Output, string Error) Then((byte[]? Output, string Error) opened, string command, string[] arguments)
    {
        if (opened.Output is null)
            return opened;
        File.WriteAllBytes(_folder["opened"], opened.Output);
        return Run(command, arguments);
    }

    private (byte[]? Output, string Error) Run(string command, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", [command, .. arguments])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode == 0 ? output.ToArray() : null, error.Result.Trim());
    }
}
