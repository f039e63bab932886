using System.Formats.Asn1;
using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>Reads SEC1 private keys that contain a compressed public point, which .NET does not support.</summary>
internal static class CompressedPoint
{
    private static readonly Asn1Tag PublicKey = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>Returns a key with a compressed point, or null for any other key. The caller zeroes the private scalar D.</summary>
    /// <exception cref="KeyException">The point is not valid.</exception>
    public static ECParameters? Read(ReadOnlyMemory<byte> sec1)
    {
        var key = new AsnReader(sec1, AsnEncodingRules.BER).ReadSequence();
        key.ReadInteger();
        if (!key.TryReadPrimitiveOctetString(out var number) || Point(key) is not [2 or 3, ..] point)
            return null;
        var spki = P384.SubjectPublicKeyInfo(point);
        var privateNumber = SecretMemory.Allocate<byte>(P384.FieldLength);
        if (number.Length > privateNumber.Length)
            return null;
        number.Span.CopyTo(privateNumber.AsSpan(privateNumber.Length - number.Length));
        return new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP384,
            D = privateNumber,
            Q = new ECPoint { X = spki[^(2 * P384.FieldLength)..^P384.FieldLength], Y = spki[^P384.FieldLength..] },
        };
    }

    private static byte[]? Point(AsnReader key)
    {
        while (key.HasData && !key.PeekTag().HasSameClassAndValue(PublicKey))
            key.ReadEncodedValue();
        return key.HasData ? key.ReadSequence(PublicKey).ReadBitString(out _) : null;
    }
}
