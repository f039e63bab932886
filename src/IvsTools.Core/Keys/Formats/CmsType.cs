using System.Formats.Asn1;

namespace IvsTools.Keys;

/// <summary>Reads the content type of a CMS or PKCS#7 message.</summary>
internal static class CmsType
{
    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    /// <summary>Returns true if the message is encrypted for recipients.</summary>
    public static bool IsEnveloped(byte[] message) => Of(message, out _) is Oids.EnvelopedData or Oids.AuthEnvelopedData;

    /// <summary>Returns true if the message is signed data without content. Such a message contains only certificates.</summary>
    public static bool HasNoContent(byte[] message)
    {
        try
        {
            if (Of(message, out var value) != Oids.SignedData)
                return false;
            var signed = value!.ReadSequence(Explicit).ReadSequence();
            signed.ReadInteger();
            signed.ReadSetOf();
            var content = signed.ReadSequence();
            content.ReadObjectIdentifier();
            // Some programs write empty content instead of no content.
            return !content.HasData || content.ReadSequence(Explicit).ReadOctetString().Length == 0;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static string? Of(byte[] message, out AsnReader? value)
    {
        value = null;
        try
        {
            value = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
            return value.ReadObjectIdentifier();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
