using System.Formats.Asn1;

namespace IvsTools.Keys;

/// <summary>
/// Validates all recipients of a CMS message. .NET does not validate the issuer name of a recipient until it uses this recipient.
/// </summary>
internal static class CmsRecipients
{
    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);

    // RFC 5280 allows only some of these string types in a distinguished name, but openssl also reads the others.
    private static readonly UniversalTagNumber[] Strings =
    [
        UniversalTagNumber.UTF8String,
        UniversalTagNumber.PrintableString,
        UniversalTagNumber.IA5String,
        UniversalTagNumber.T61String,
        UniversalTagNumber.BMPString,
        UniversalTagNumber.UniversalString, UniversalTagNumber.NumericString,
    ];

    /// <exception cref="AsnContentException">The message or a recipient is damaged.</exception>
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
            // A recipient of the type "key transport" has the tag SEQUENCE. All other types have a context-specific tag.
            if (recipients.PeekTag() == Asn1Tag.Sequence)
                ReadKeyTransport(recipients.ReadSequence());
            else
                recipients.ReadEncodedValue();
        }
    }

    // RFC 5652 defines this structure as KeyTransRecipientInfo.
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
