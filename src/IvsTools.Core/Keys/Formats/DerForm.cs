using System.Formats.Asn1;

namespace IvsTools.Keys;

/// <summary>Identifies binary key material by the start of its outermost sequence.</summary>
internal static class DerForm
{
    private const string EnvelopedData = "1.2.840.113549.1.7.3";
    private const int Pkcs8Version = 0;
    private const int Sec1Version = 1;
    private const int Pkcs12Version = 3;

    /// <summary>True if the bytes are exactly one DER or BER sequence.</summary>
    public static bool IsOneSequence(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes is [0x30, ..]
                && AsnDecoder.TryReadEncodedValue(bytes, AsnEncodingRules.BER, out _, out _, out _, out var consumed)
                && consumed == bytes.Length;
        }
        // TryReadEncodedValue throws for a sequence of indefinite length without an end.
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>A reader for DER or BER without trailing data.</summary>
    /// <exception cref="AsnContentException">A value is damaged, or data follows.</exception>
    public static AsnReader Whole(byte[] der)
    {
        var check = new AsnReader(der, AsnEncodingRules.BER);
        check.ReadEncodedValue();
        check.ThrowIfNotEmpty();
        return new AsnReader(der, AsnEncodingRules.BER);
    }

    /// <summary>Reads all parts of every value, including parts that .NET reads only on demand.</summary>
    /// <exception cref="AsnContentException">A value is damaged.</exception>
    public static void RequireWellFormed(ReadOnlyMemory<byte> content, int depth = 0)
    {
        const int deepest = 32;
        while (!content.IsEmpty)
        {
            var tag = AsnDecoder.ReadEncodedValue(content.Span, AsnEncodingRules.BER, out var offset, out var length, out var consumed);
            // An end-of-contents marker ends a value of indefinite length and is not a value itself.
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

    /// <summary>The PEM label for these bytes, or null if they are not supported.</summary>
    public static string? LabelOf(byte[] der)
    {
        try
        {
            var content = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
            var first = content.PeekTag();
            if (first.HasSameClassAndValue(Asn1Tag.ObjectIdentifier))
                return content.ReadObjectIdentifier() == EnvelopedData ? PemLabel.Cms : null;
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
                // PKCS#8 with a public key in addition to the private key (RFC 5958) also has version 1, followed by an algorithm.
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
