using System.Formats.Asn1;

namespace IvsTools.Keys;

/// <summary>Distinguishes elliptic-curve keys from other keys by the OID of the algorithm.</summary>
internal static class KeyAlgorithm
{
    public const string Ecdsa = "ECDSA";
    public const string Rsa = "RSA";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.1"] = Rsa,
        ["1.2.840.113549.1.1.10"] = "RSA-PSS",
        ["1.2.840.113549.1.3.1"] = "Diffie-Hellman",
        ["1.2.840.10046.2.1"] = "Diffie-Hellman",
        ["1.2.840.10040.4.1"] = "DSA",
        ["1.3.101.110"] = "X25519",
        ["1.3.101.111"] = "X448",
        ["1.3.101.112"] = "Ed25519",
        ["1.3.101.113"] = "Ed448",
        ["1.3.132.1.12"] = "ECDH",
        ["1.3.132.1.13"] = "ECMQV",
    };

    /// <summary>Returns the name of the algorithm, and the name of the curve if there is one.</summary>
    public static (string Algorithm, string? Curve) Read(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        var oid = algorithm.ReadObjectIdentifier();
        return oid == Oids.EcPublicKey ? (Ecdsa, EcDomain.Read(algorithm)) : (Names.GetValueOrDefault(oid) ?? oid, null);
    }

    /// <summary>Reads an AlgorithmIdentifier and checks that it is for P-384.</summary>
    /// <exception cref="KeyException">The algorithm is not ECDSA (NotEllipticCurve), or the curve is not P-384 (WrongCurve).</exception>
    public static void RequireP384(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        var oid = algorithm.ReadObjectIdentifier();
        if (oid != Oids.EcPublicKey)
            throw NotEllipticCurve(Names.GetValueOrDefault(oid) ?? $"the algorithm {oid}");
        EcDomain.RequireP384(algorithm);
        algorithm.ThrowIfNotEmpty();
    }

    public static KeyException NotEllipticCurve(string algorithm) => new(
        KeyErrorId.NotEllipticCurve,
        $"The algorithm of the key is {algorithm}. Amazon IVS accepts only ECDSA on P-384.",
        "Create a P-384 key pair with New-IvsPlaybackKeyPair.");
}
