namespace IvsTools.Keys;

/// <summary>The labels that are told apart.</summary>
internal static class PemLabel
{
    public const string PublicKey = "PUBLIC KEY";
    public const string Certificate = "CERTIFICATE";
    public const string EcPrivateKey = "EC PRIVATE KEY";
    public const string PrivateKey = "PRIVATE KEY";
    public const string EncryptedPrivateKey = "ENCRYPTED PRIVATE KEY";
    public const string EcParameters = "EC PARAMETERS";
    public const string RsaPublicKey = "RSA PUBLIC KEY";
    public const string RsaPrivateKey = "RSA PRIVATE KEY";
    public const string Cms = "CMS";

    /// <summary>What OpenSSL's older commands write over a CMS message.</summary>
    public const string Pkcs7 = "PKCS7";

    /// <summary>Not on any BEGIN line: a PKCS#12 file is binary.</summary>
    public const string Pkcs12 = "PKCS#12";

    /// <summary>Not on any BEGIN line: a private key in OpenSSL's old encryption, which .NET does not read.</summary>
    public const string LegacyEncrypted = "PRIVATE KEY with Proc-Type: 4,ENCRYPTED";

    private static readonly string[] Known = [PublicKey, PrivateKey, EcPrivateKey, Certificate, EncryptedPrivateKey, EcParameters, Cms, Pkcs7];

    /// <summary>True for every label that stands over a private key, whatever its kind.</summary>
    public static bool IsPrivate(string label) => label.Contains("PRIVATE KEY", StringComparison.Ordinal);

    /// <summary>True for what may give a private key: by itself, or opened.</summary>
    public static bool HoldsPrivateKey(string label) => IsPrivate(label) || label is Cms or Pkcs7 or Pkcs12;

    /// <summary>The label as a string, without an allocation for those that come by the thousand.</summary>
    public static string Intern(ReadOnlySpan<char> label)
    {
        foreach (var known in Known)
        {
            if (label.SequenceEqual(known))
                return known;
        }
        // Longer is no label, and must not fill a message.
        return label.Length <= 64 ? label.ToString() : string.Concat(label[..64], "…");
    }
}
