namespace IvsTools.Keys;

/// <summary>The reasons why a key cannot be used. The value of each constant is its name.</summary>
internal static class KeyErrorId
{
#pragma warning disable CS1591 // The message of the error contains the explanation.
    public const string PrivateKeyRejected = nameof(PrivateKeyRejected);
    public const string PrivateKeyRequired = nameof(PrivateKeyRequired);
    public const string WrongCurve = nameof(WrongCurve);
    public const string NotEllipticCurve = nameof(NotEllipticCurve);
    public const string InvalidKey = nameof(InvalidKey);
    public const string IncompletePem = nameof(IncompletePem);
    public const string NotPem = nameof(NotPem);
    public const string UnsupportedPemLabel = nameof(UnsupportedPemLabel);
    public const string PassphraseRequired = nameof(PassphraseRequired);
    public const string WrongPassphrase = nameof(WrongPassphrase);
    public const string WrongCertificate = nameof(WrongCertificate);
    public const string PrivateKeyMissing = nameof(PrivateKeyMissing);
    public const string WrongKeyUsage = nameof(WrongKeyUsage);
    public const string SecretManagementMissing = nameof(SecretManagementMissing);
    public const string SecretNotRead = nameof(SecretNotRead);
    public const string SeveralKeys = nameof(SeveralKeys);
    public const string FileExists = nameof(FileExists);
#pragma warning restore CS1591
}
