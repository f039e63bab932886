using System.Formats.Asn1;

namespace IvsTools.Keys;

/// <summary>Distinguishes P-384 from other curves by the OID or the parameters.</summary>
/// <remarks>The size cannot identify the curve, because brainpoolP384r1 has the same size.</remarks>
internal static class EcDomain
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["1.2.840.10045.3.1.1"] = "P-192",
        ["1.3.132.0.33"] = "P-224",
        ["1.2.840.10045.3.1.7"] = "P-256",
        [P384.Oid] = P384.Name,
        ["1.3.132.0.35"] = "P-521",
        ["1.3.132.0.10"] = "secp256k1",
        ["1.3.36.3.3.2.8.1.1.7"] = "brainpoolP256r1",
        ["1.3.36.3.3.2.8.1.1.8"] = "brainpoolP256t1",
        ["1.3.36.3.3.2.8.1.1.9"] = "brainpoolP320r1",
        ["1.3.36.3.3.2.8.1.1.11"] = "brainpoolP384r1",
        ["1.3.36.3.3.2.8.1.1.12"] = "brainpoolP384t1",
        ["1.3.36.3.3.2.8.1.1.13"] = "brainpoolP512r1",
        ["1.3.36.3.3.2.8.1.1.14"] = "brainpoolP512t1",
    };

    /// <summary>Reads a curve and returns its name for the message "The curve of the key is …".</summary>
    public static string Read(AsnReader reader)
    {
        if (reader.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier))
        {
            var oid = reader.ReadObjectIdentifier();
            return Names.GetValueOrDefault(oid) ?? "the curve " + oid;
        }
        if (!reader.PeekTag().HasSameClassAndValue(Asn1Tag.Null))
            return ReadExplicit(reader.ReadSequence());
        reader.ReadNull();
        return "an implicit curve that is not in the key";
    }

    /// <summary>Reads the curve and checks that it is P-384.</summary>
    /// <exception cref="KeyException">The key is on another curve (WrongCurve).</exception>
    public static void RequireP384(AsnReader reader)
    {
        if (Read(reader) is var found and not P384.Name)
        {
            throw new KeyException(
                KeyErrorId.WrongCurve,
                $"The curve of the key is {found}. Amazon IVS accepts only P-384.",
                "Create a P-384 key pair with New-IvsPlaybackKeyPair.");
        }
    }

    // Reads a SpecifiedECDomain (SEC 1, C.2), in which the cofactor and the hash are optional.
    private static string ReadExplicit(AsnReader domain)
    {
        domain.ReadInteger();
        var field = domain.ReadSequence();
        if (field.ReadObjectIdentifier() != Oids.PrimeField)
            return "a curve over a binary field";
        var prime = field.ReadInteger();
        var curve = domain.ReadSequence();
        var a = P384.Read(curve.ReadOctetString());
        var b = P384.Read(curve.ReadOctetString());
        var generator = domain.ReadOctetString();
        var order = domain.ReadInteger();
        if (prime != P384.Prime || a != P384.A || b != P384.B || order != P384.Order)
            return $"a {prime.GetBitLength()}-bit curve whose parameters are not the parameters of P-384";
        return P384.Decode(generator).X == P384.GeneratorX ? P384.Name : "P-384 with another generator";
    }
}
