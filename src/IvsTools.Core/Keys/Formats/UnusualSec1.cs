using System.Formats.Asn1;
using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>
/// Reads SEC1 private keys in forms that .NET does not support. The public point can be compressed or hybrid. The private number
/// can have fewer or more leading zeros than the standard requires.
/// </summary>
internal static class UnusualSec1
{
    private static readonly Asn1Tag Curve = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag PublicKey = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>
    /// Returns the EC parameters of a key that .NET cannot import, and null for all other keys. The caller zeroes the private value D.
    /// </summary>
    /// <exception cref="KeyException">The point is not valid, or the curve is not P-384.</exception>
    public static ECParameters? Read(ReadOnlyMemory<byte> sec1)
    {
        var key = new AsnReader(sec1, AsnEncodingRules.BER).ReadSequence();
        key.ReadInteger();
        if (!key.TryReadPrimitiveOctetString(out var number))
            return null;
        if (key.HasData && key.PeekTag().HasSameClassAndValue(Curve))
            EcDomain.RequireP384(key.ReadSequence(Curve));
        if (!key.HasData || !key.PeekTag().HasSameClassAndValue(PublicKey))
            return null;
        var point = key.ReadSequence(PublicKey).ReadBitString(out _);
        var digits = number.Span.TrimStart((byte)0);
        if (digits.Length > P384.FieldLength || (point is [P384.Uncompressed, ..] && number.Length == P384.FieldLength))
            return null;
        var spki = P384.SubjectPublicKeyInfo(point);
        var privateNumber = SecretMemory.Allocate<byte>(P384.FieldLength);
        digits.CopyTo(privateNumber.AsSpan(P384.FieldLength - digits.Length));
        return new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP384,
            D = privateNumber,
            Q = new ECPoint { X = spki[^(2 * P384.FieldLength)..^P384.FieldLength], Y = spki[^P384.FieldLength..] },
        };
    }
}
