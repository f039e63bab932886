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

    /// <summary>The label that older OpenSSL commands use for a CMS message.</summary>
    public const string Pkcs7 = "PKCS7";

    /// <summary>The label for a CMS message that contains only certificates. It never appears on a BEGIN line.</summary>
    public const string CmsCertificates = "CMS certificates";

    /// <summary>The label for binary PKCS#12 files. This label never appears on a BEGIN line.</summary>
    public const string Pkcs12 = "PKCS#12";

    /// <summary>The label for a private key that is encrypted in the old OpenSSL format. It never appears on a BEGIN line.</summary>
    public const string LegacyEncrypted = "PRIVATE KEY with Proc-Type: 4,ENCRYPTED";

    private static readonly string[] Known =
        [PublicKey, PrivateKey, EcPrivateKey, Certificate, EncryptedPrivateKey, EcParameters, Cms, Pkcs7];

    private static readonly string[] ByContent = [PublicKey, PrivateKey, EcPrivateKey, Certificate, EncryptedPrivateKey];

    /// <summary>
    /// Returns the label that matches the content. Labels are often wrong, and only the content shows whether a key
    /// is private.
    /// </summary>
    public static string OfContent(string label, byte[] der) =>
        label is Cms or Pkcs7 ? CmsType.HasNoContent(der) ? CmsCertificates : label
        : ByContent.Contains(label) && DerForm.IsOneSequence(der) && DerForm.LabelOf(der) is { } actual && ByContent.Contains(actual)
            ? actual
            : label;

    /// <summary>Returns true for the labels that contain PRIVATE KEY.</summary>
    public static bool IsPrivate(string label) => label.Contains("PRIVATE KEY", StringComparison.Ordinal);

    /// <summary>Returns true for the labels whose content can include a private key.</summary>
    public static bool HoldsPrivateKey(string label) => IsPrivate(label) || label is Cms or Pkcs7 or Pkcs12;

    /// <summary>Returns the label as a string. Frequent labels do not require an allocation.</summary>
    public static string Intern(ReadOnlySpan<char> label)
    {
        foreach (var known in Known)
        {
            if (label.SequenceEqual(known))
                return known;
        }
        // The label can be any text of a damaged file, so messages show only its start.
        return label.Length <= 64 ? label.ToString() : string.Concat(label[..64], "…");
    }
}
