using System.Formats.Asn1;
using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>Reads unencrypted private keys in SEC1 or PKCS#8 format.</summary>
internal static class PlainPrivateKey
{
    public static PlaybackPrivateKey FromSec1(byte[] der)
    {
        EcDomain.RequireP384(Sec1Curve(der));
        return UnusualSec1.Read(der) is { } parameters ? Import(parameters) : Import(ecdsa => ecdsa.ImportECPrivateKey(der, out _));
    }

    public static PlaybackPrivateKey FromPkcs8(byte[] der)
    {
        var info = DerForm.Whole(der).ReadSequence();
        info.ReadInteger();
        KeyAlgorithm.RequireP384(info);
        return info.TryReadPrimitiveOctetString(out var sec1) && UnusualSec1.Read(sec1) is { } parameters
            ? Import(parameters)
            : Import(ecdsa => ecdsa.ImportPkcs8PrivateKey(der, out _));
    }

    /// <summary>Returns a reader that is positioned at the curve of a SEC1 key.</summary>
    /// <exception cref="KeyException">The curve is missing (InvalidKey).</exception>
    public static AsnReader Sec1Curve(byte[] der)
    {
        var key = DerForm.Whole(der).ReadSequence();
        key.ReadInteger();
        CryptographicOperations.ZeroMemory(key.ReadOctetString());
        var parameters = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        return key.HasData && key.PeekTag().HasSameClassAndValue(parameters)
            ? key.ReadSequence(parameters)
            : throw new KeyException(
                KeyErrorId.InvalidKey, "The key is not valid: its curve is missing.", "Convert the key with openssl pkcs8 -topk8.");
    }

    private static PlaybackPrivateKey Import(ECParameters parameters)
    {
        try
        {
            return Import(ecdsa => ecdsa.ImportParameters(parameters));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    private static PlaybackPrivateKey Import(Action<ECDsa> import)
    {
        using var read = ECDsa.Create();
        import(read);
        return PlaybackPrivateKey.Of(read);
    }
}
