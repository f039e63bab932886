using System.Formats.Asn1;

namespace IvsTools.Keys;

/// <summary>Validates all recipients of a CMS message. .NET validates only the names of the recipients that it uses.</summary>
internal static class CmsRecipients
{
    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);

    // The string types of the attributes in a distinguished name (RFC 5280), and additional types that openssl reads.
    private static readonly UniversalTagNumber[] Strings =
    [
        UniversalTagNumber.UTF8String,
        UniversalTagNumber.PrintableString,
        UniversalTagNumber.IA5String,
        UniversalTagNumber.T61String,
        UniversalTagNumber.BMPString,
        UniversalTagNumber.UniversalString, UniversalTagNumber.NumericString,
    ];

    /// <exception cref="AsnContentException">A recipient is damaged.</exception>
    public static void RequireWellFormed(byte[] message)
    {
        DerForm.RequireWellFormed(message);
        var content = new AsnReader(message, AsnEncodingRules.BER).ReadSequence();
        content.ReadObjectIdentifier();
        var enveloped = content.ReadSequence(Explicit).ReadSequence();
        enveloped.ReadInteger();
        if (enveloped.PeekTag() == Explicit)
            enveloped.ReadEncodedValue();
        var recipients = enveloped.ReadSetOf();
        while (recipients.HasData)
        {
            // Key transport. Other types of recipients have their own tag.
            if (recipients.PeekTag() == Asn1Tag.Sequence)
                ReadKeyTransport(recipients.ReadSequence());
            else
                recipients.ReadEncodedValue();
        }
    }

    // KeyTransRecipientInfo of RFC 5652: version, issuer and serial number or key ID, algorithm, encrypted key.
    private static void ReadKeyTransport(AsnReader recipient)
    {
        recipient.ReadInteger();
        if (recipient.PeekTag() == Asn1Tag.Sequence)
        {
            var issuerAndSerialNumber = recipient.ReadSequence();
            ReadName(issuerAndSerialNumber.ReadSequence());
            issuerAndSerialNumber.ReadInteger();
            issuerAndSerialNumber.ThrowIfNotEmpty();
        }
        else
        {
            recipient.ReadEncodedValue();
        }
        recipient.ReadSequence().ReadObjectIdentifier();
        recipient.ReadOctetString();
        recipient.ThrowIfNotEmpty();
    }

    private static void ReadName(AsnReader name)
    {
        while (name.HasData)
        {
            var attributes = name.ReadSetOf(skipSortOrderValidation: true);
            while (attributes.HasData)
            {
                var attribute = attributes.ReadSequence();
                attribute.ReadObjectIdentifier();
                if (attribute.PeekTag() is not { TagClass: TagClass.Universal } tag || !Strings.Contains((UniversalTagNumber)tag.TagValue))
                    throw new AsnContentException();
                attribute.ReadEncodedValue();
                attribute.ThrowIfNotEmpty();
            }
        }
    }
}
