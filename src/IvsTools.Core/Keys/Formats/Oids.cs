namespace IvsTools.Keys;

/// <summary>The object identifiers of algorithms and content types.</summary>
internal static class Oids
{
    // X9.62.
    public const string PrimeField = "1.2.840.10045.1.1";
    public const string EcPublicKey = "1.2.840.10045.2.1";

    // PKCS#7.
    public const string Data = "1.2.840.113549.1.7.1";
    public const string SignedData = "1.2.840.113549.1.7.2";
    public const string EnvelopedData = "1.2.840.113549.1.7.3";
    public const string EncryptedData = "1.2.840.113549.1.7.6";

    // RFC 5083.
    public const string AuthEnvelopedData = "1.2.840.113549.1.9.16.1.23";

    // PKCS#5, version 2, and scrypt (RFC 7914).
    public const string Pbkdf2 = "1.2.840.113549.1.5.12";
    public const string Pbes2 = "1.2.840.113549.1.5.13";
    public const string Scrypt = "1.3.6.1.4.1.11591.4.11";

    // PKCS#5, version 1.
    public const string PbeMd5DesCbc = "1.2.840.113549.1.5.3";
    public const string PbeMd5Rc2Cbc = "1.2.840.113549.1.5.6";
    public const string PbeSha1DesCbc = "1.2.840.113549.1.5.10";
    public const string PbeSha1Rc2Cbc = "1.2.840.113549.1.5.11";

    // PKCS#12.
    public const string PbeSha1ThreeKeyTripleDesCbc = "1.2.840.113549.1.12.1.3";
    public const string PbeSha1TwoKeyTripleDesCbc = "1.2.840.113549.1.12.1.4";
    public const string PbeSha1Rc2Cbc128 = "1.2.840.113549.1.12.1.5";
    public const string PbeSha1Rc2Cbc40 = "1.2.840.113549.1.12.1.6";

    // The ciphers of PBES2 and CMS.
    public const string Aes128Cbc = "2.16.840.1.101.3.4.1.2";
    public const string Aes192Cbc = "2.16.840.1.101.3.4.1.22";
    public const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    public const string TripleDesCbc = "1.2.840.113549.3.7";
    public const string Rc2Cbc = "1.2.840.113549.3.2";
    public const string DesCbc = "1.3.14.3.2.7";

    // The hash functions of PBKDF2.
    public const string HmacSha1 = "1.2.840.113549.2.7";
    public const string HmacSha256 = "1.2.840.113549.2.9";
    public const string HmacSha384 = "1.2.840.113549.2.10";
    public const string HmacSha512 = "1.2.840.113549.2.11";
}
