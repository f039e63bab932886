namespace IvsTools.Keys;

/// <summary>The supported PEM labels.</summary>
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
    public const string OpenSshPrivateKey = "OPENSSH PRIVATE KEY";
    public const string Cms = "CMS";

    /// <summary>The label of older OpenSSL commands for a CMS message.</summary>
    public const string Pkcs7 = "PKCS7";

    /// <summary>Does not appear on a BEGIN line, because a PKCS#12 file is binary.</summary>
    public const string Pkcs12 = "PKCS#12";

    /// <summary>Does not appear on a BEGIN line: a private key in the old encryption of OpenSSL, which .NET does not read.</summary>
    public const string LegacyEncrypted = "PRIVATE KEY with Proc-Type: 4,ENCRYPTED";

    private static readonly string[] Known =
        [PublicKey, PrivateKey, EcPrivateKey, Certificate, EncryptedPrivateKey, EcParameters, Cms, Pkcs7];

    private static readonly string[] ByContent = [PublicKey, PrivateKey, EcPrivateKey, Certificate, EncryptedPrivateKey];

    /// <summary>The label that matches the content. Labels are often wrong, and only the content shows whether a key is private.</summary>
    public static string OfContent(string label, byte[] der) =>
        ByContent.Contains(label) && DerForm.IsOneSequence(der) && DerForm.LabelOf(der) is { } actual && ByContent.Contains(actual)
            ? actual
            : label;

    /// <summary>True for every label of a private key.</summary>
    public static bool IsPrivate(string label) => label.Contains("PRIVATE KEY", StringComparison.Ordinal);

    /// <summary>True for labels that can contain a private key, directly or encrypted.</summary>
    public static bool HoldsPrivateKey(string label) => IsPrivate(label) || label is Cms or Pkcs7 or Pkcs12;

    /// <summary>The label as a string, without an allocation for frequent labels.</summary>
    public static string Intern(ReadOnlySpan<char> label)
    {
        foreach (var known in Known)
        {
            if (label.SequenceEqual(known))
                return known;
        }
        // A longer text is not a label and must not fill a message.
        return label.Length <= 64 ? label.ToString() : string.Concat(label[..64], "…");
    }
}
