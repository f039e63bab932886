using System.Globalization;
using System.Numerics;

namespace IvsTools.Keys;

/// <summary>Contains the parameters of NIST P-384 (secp384r1 in SEC 2) and validates public points.</summary>
/// <remarks>Only public points are used here, so the timing of BigInteger does not reveal a secret.</remarks>
internal static class P384
{
    public const string Name = "P-384";
    public const string Oid = "1.3.132.0.34";
    public const int FieldLength = 48;
    public const byte Uncompressed = 4;

    public static readonly BigInteger Prime = Hex(
        "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff");
    public static readonly BigInteger A = Prime - 3;
    public static readonly BigInteger B = Hex(
        "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef");
    public static readonly BigInteger Order = Hex(
        "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973");
    public static readonly BigInteger GeneratorX = Hex(
        "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7");

    // The DER before the point: SEQUENCE { SEQUENCE { id-ecPublicKey, secp384r1 }, BIT STRING }.
    private static readonly byte[] SpkiHead = Convert.FromHexString("3076301006072a8648ce3d020106052b8104002203620004");

    /// <summary>Returns the canonical SubjectPublicKeyInfo: 120 bytes with the named curve and the uncompressed point.</summary>
    public static byte[] SubjectPublicKeyInfo(ReadOnlySpan<byte> point)
    {
        var (x, y) = Decode(point);
        var spki = new byte[SpkiHead.Length + (2 * FieldLength)];
        SpkiHead.CopyTo(spki, 0);
        Write(x, spki.AsSpan(SpkiHead.Length, FieldLength));
        Write(y, spki.AsSpan(SpkiHead.Length + FieldLength));
        return spki;
    }

    /// <summary>Decodes a point and checks that it is a valid public key.</summary>
    public static (BigInteger X, BigInteger Y) Decode(ReadOnlySpan<byte> point)
    {
        if (point is [0])
            throw Invalid("the point is the point at infinity");
        // The hybrid form contains both coordinates. Its first byte also shows the sign of y (X9.62, 4.3.6).
        var isCompressed = point is [2 or 3, ..] and { Length: 1 + FieldLength };
        if (!isCompressed && point is not ([Uncompressed or 6 or 7, ..] and { Length: 1 + (2 * FieldLength) }))
            throw Invalid($"the point is encoded in {point.Length} bytes, which is not a valid encoding for P-384");
        var x = Read(point.Slice(1, FieldLength));
        var right = (BigInteger.ModPow(x, 3, Prime) + (A * x) + B) % Prime;
        // The prime is 3 modulo 4, so if 'right' has a square root, this power of 'right' is one of its square roots.
        var y = isCompressed ? BigInteger.ModPow(right, (Prime + 1) / 4, Prime) : Read(point[(1 + FieldLength)..]);
        var hasOtherSign = point[0] != Uncompressed && y.IsEven != (point[0] % 2 == 0);
        if (x >= Prime || y >= Prime || BigInteger.ModPow(y, 2, Prime) != right || (hasOtherSign && !isCompressed))
            throw Invalid("the point is not on the curve P-384");
        if (hasOtherSign)
            y = Prime - y;
        return (x, y);
    }

    public static BigInteger Read(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static void Write(BigInteger value, Span<byte> destination)
    {
        destination.Clear();
        var length = value.GetByteCount(isUnsigned: true);
        value.TryWriteBytes(destination[(FieldLength - length)..], out _, isUnsigned: true, isBigEndian: true);
    }

    private static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static KeyException Invalid(string what) => new(KeyErrorId.InvalidKey, $"The key is not valid: {what}.");
}
