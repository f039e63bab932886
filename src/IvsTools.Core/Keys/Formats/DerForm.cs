using System.Formats.Asn1;

namespace IvsTools.Keys;

/// <summary>Identifies binary key material by the start of its outermost sequence.</summary>
internal static class DerForm
{
    private const int Pkcs8Version = 0;
    private const int Sec1Version = 1;
    private const int Pkcs12Version = 3;

    /// <summary>Returns true if the bytes are exactly one DER or BER sequence.</summary>
    public static bool IsOneSequence(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes is [0x30, ..]
                && AsnDecoder.TryReadEncodedValue(bytes, AsnEncodingRules.BER, out _, out _, out _, out var consumed)
                && consumed == bytes.Length;
        }
        // TryReadEncodedValue throws for a sequence of indefinite length that does not end.
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>Returns a reader for exactly one DER or BER value.</summary>
    /// <exception cref="AsnContentException">The value is damaged, or other data follows it.</exception>
    public static AsnReader Whole(byte[] der)
    {
        var check = new AsnReader(der, AsnEncodingRules.BER);
        check.ReadEncodedValue();
        check.ThrowIfNotEmpty();
        return new AsnReader(der, AsnEncodingRules.BER);
    }

    /// <summary>Reads all parts of every value, including the parts that .NET reads only on demand.</summary>
    /// <exception cref="AsnContentException">A value is damaged.</exception>
    public static void RequireWellFormed(ReadOnlyMemory<byte> content, int depth = 0)
    {
        const int deepest = 32;
        while (!content.IsEmpty)
        {
            var tag = AsnDecoder.ReadEncodedValue(content.Span, AsnEncodingRules.BER, out var offset, out var length, out var consumed);
            // The universal tag 0 only marks the end of a value of indefinite length. It is not a value itself.
            if (depth == deepest || tag is { TagClass: TagClass.Universal, TagValue: 0 })
                throw new AsnContentException();
            if (tag.IsConstructed)
                RequireWellFormed(content.Slice(offset, length), depth + 1);
            else if (tag == Asn1Tag.ObjectIdentifier)
                AsnDecoder.ReadObjectIdentifier(content.Span, AsnEncodingRules.BER, out _);
            else if (tag == Asn1Tag.Integer)
                AsnDecoder.ReadIntegerBytes(content.Span, AsnEncodingRules.BER, out _);
            content = content[consumed..];
        }
    }

    /// <summary>Returns the PEM label for these bytes, or null if their format is not supported.</summary>
    public static string? LabelOf(byte[] der)
    {
        try
        {
            var content = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
            var first = content.PeekTag();
            if (first.HasSameClassAndValue(Asn1Tag.ObjectIdentifier))
                return content.ReadObjectIdentifier() == Oids.EnvelopedData ? PemLabel.Cms : null;
            if (first.HasSameClassAndValue(Asn1Tag.Sequence))
            {
                content.ReadSequence();
                var second = content.PeekTag();
                return second.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString) ? PemLabel.EncryptedPrivateKey
                    : second.HasSameClassAndValue(Asn1Tag.PrimitiveBitString) ? PemLabel.PublicKey
                    : second.HasSameClassAndValue(Asn1Tag.Sequence) ? PemLabel.Certificate
                    : null;
            }
            return !content.TryReadInt32(out var version) ? null : version switch
            {
                Pkcs8Version => PemLabel.PrivateKey,
                // A SEC1 key has version 1. A PKCS#8 key that includes its public key also has version 1 (RFC 5958), but in this
                // key, an algorithm follows the version.
                Sec1Version => content.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? PemLabel.PrivateKey : PemLabel.EcPrivateKey,
                Pkcs12Version => PemLabel.Pkcs12,
                _ => null,
            };
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
