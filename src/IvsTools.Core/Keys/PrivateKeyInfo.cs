using System.Formats.Asn1;
using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>Writes a private key as PKCS#8 and zeroes temporary copies.</summary>
/// <remarks>The export methods of .NET leave copies of the key in memory, which only the garbage collector can remove.</remarks>
internal static class PrivateKeyInfo
{
    private const int Sec1Version = 1;
    private static readonly Asn1Tag PublicKey = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <summary>Returns the key in PKCS#8 format. The caller zeroes the bytes.</summary>
    public static byte[] Of(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        var sec1 = Writer(parameters.D!.Length);
        var curve = new AsnWriter(AsnEncodingRules.DER);
        curve.WriteObjectIdentifier(P384.Oid);
        byte[]? encoded = null;
        try
        {
            using (sec1.PushSequence())
            {
                sec1.WriteInteger(Sec1Version);
                sec1.WriteOctetString(parameters.D);
                using (sec1.PushSequence(PublicKey))
                    sec1.WriteBitString([4, .. parameters.Q.X!, .. parameters.Q.Y!]);
            }
            encoded = sec1.Encode();
            return Encode(Oids.EcPublicKey, curve.Encode(), encoded);
        }
        finally
        {
            sec1.Reset();
            CryptographicOperations.ZeroMemory(encoded);
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    /// <summary>
    /// Writes a key as PKCS#8. The format of <paramref name="privateKey"/> depends on the algorithm. The caller zeroes the result.
    /// </summary>
    public static byte[] Encode(string algorithm, ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> privateKey)
    {
        var writer = Writer(parameters.Length + privateKey.Length);
        try
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(algorithm);
                    if (!parameters.IsEmpty)
                        writer.WriteEncodedValue(parameters);
                }
                writer.WriteOctetString(privateKey);
            }
            return writer.Encode();
        }
        finally
        {
            writer.Reset();
        }
    }

    // AsnWriter.Reset zeroes only the current buffer, so the initial buffer must be large enough for the whole key.
    private static AsnWriter Writer(int contentLength) => new(AsnEncodingRules.DER, initialCapacity: contentLength + 512);
}
