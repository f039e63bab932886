using System.Formats.Asn1;
using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>Describes the key derivation of an encrypted key.</summary>
/// <remarks>A file can require hours of key derivation, which .NET cannot cancel, so the parameters are checked first.</remarks>
/// <param name="Rounds">The number of iterations, or 0 if the derivation is not supported.</param>
/// <param name="BlockLength">The block length of the cipher in bytes.</param>
/// <param name="Unsupported">The error for an unsupported algorithm, or null.</param>
internal readonly record struct KeyDerivation(int Rounds, int BlockLength, KeyException? Unsupported)
{
    public const int MaximumRounds = 10_000_000;

    /// <summary>The recommended action for a key whose encryption is not supported.</summary>
    public const string Convert = "Convert it with: openssl pkcs8 -topk8 -v2 aes-256-cbc -in old.pem -out new.pem";

    // .NET throws the same exception for an unsupported cipher and for a wrong passphrase, so the cipher is checked first.
    private static readonly Dictionary<string, int> BlockLengths = new(StringComparer.Ordinal)
    {
        [Oids.Aes128Cbc] = 16,
        [Oids.Aes192Cbc] = 16,
        [Oids.Aes256Cbc] = 16,
        [Oids.TripleDesCbc] = 8,
        [Oids.Rc2Cbc] = 8,
        [Oids.DesCbc] = 8,
        [Oids.PbeMd5DesCbc] = 8,
        [Oids.PbeMd5Rc2Cbc] = 8,
        [Oids.PbeSha1DesCbc] = 8,
        [Oids.PbeSha1Rc2Cbc] = 8,
        [Oids.PbeSha1ThreeKeyTripleDesCbc] = 8,
        [Oids.PbeSha1TwoKeyTripleDesCbc] = 8,
        [Oids.PbeSha1Rc2Cbc128] = 8,
        [Oids.PbeSha1Rc2Cbc40] = 8,
    };

    private static readonly string[] Hashes = [Oids.HmacSha1, Oids.HmacSha256, Oids.HmacSha384, Oids.HmacSha512];

    /// <summary>Reads the AlgorithmIdentifier of a key that is encrypted with a passphrase.</summary>
    /// <exception cref="KeyException">The parameters are not valid or require too many iterations (InvalidKey).</exception>
    public static KeyDerivation Read(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        var cipher = algorithm.ReadObjectIdentifier();
        if (cipher != Oids.Pbes2)
        {
            if (!BlockLengths.TryGetValue(cipher, out var blockLength))
                return NotSupported("cipher", cipher);
            var old = algorithm.ReadSequence();
            old.ReadOctetString();
            return new(ReadRounds(old), blockLength, null);
        }
        var parameters = algorithm.ReadSequence();
        var derivation = parameters.ReadSequence();
        var method = derivation.ReadObjectIdentifier();
        if (method != Oids.Pbkdf2)
            return NotSupported("key derivation", method);
        var pbkdf2 = derivation.ReadSequence();
        pbkdf2.ReadEncodedValue();
        var rounds = ReadRounds(pbkdf2);
        if (pbkdf2.HasData && pbkdf2.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            pbkdf2.ReadInteger();
        if (pbkdf2.HasData && pbkdf2.ReadSequence().ReadObjectIdentifier() is var hash && !Hashes.Contains(hash))
            return NotSupported("key derivation hash", hash);
        return Of(rounds, parameters.ReadSequence());
    }

    /// <exception cref="KeyException">The number of iterations is 0 or too high (InvalidKey).</exception>
    public static int ReadRounds(AsnReader reader) =>
        !reader.TryReadInt32(out var rounds) || rounds > MaximumRounds ? throw TooMany()
        : rounds > 0 ? rounds
        : throw new KeyException(KeyErrorId.InvalidKey, "The key is not valid: its key derivation has no iterations.");

    public static KeyException TooMany() => new(
        KeyErrorId.InvalidKey,
        "The key requires more than 10 million iterations of key derivation, which could take hours. The key was not opened.",
        "Convert it with: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 600000 -in old.pem -out new.pem");

    private static KeyDerivation Of(int rounds, AsnReader scheme)
    {
        var cipher = scheme.ReadObjectIdentifier();
        if (!BlockLengths.TryGetValue(cipher, out var length))
            return NotSupported("cipher", cipher);
        if (scheme.HasData
            && scheme.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString)
            && scheme.ReadOctetString().Length != length)
        {
            throw new KeyException(KeyErrorId.InvalidKey, $"The key is not valid: its initialization vector is not {length} bytes long.");
        }
        return new(rounds, length, null);
    }

    private static KeyDerivation NotSupported(string what, string oid) => new(0, 1, new KeyException(
        KeyErrorId.InvalidKey,
        $"The private key is encrypted, and its {what} {NameOf(oid)} is not supported.",
        Convert));

    private static string NameOf(string oid) => oid == Oids.Scrypt ? "scrypt" : new Oid(oid).FriendlyName ?? oid;
}
