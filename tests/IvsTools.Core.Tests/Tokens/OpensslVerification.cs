using System.Buffers.Text;
using System.Formats.Asn1;
using System.Text;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Tokens;

/// <summary>Verifies a token with openssl, which reads signatures in DER.</summary>
internal static class OpensslVerification
{
    public static (int Exit, string Output, string Error) Run(ProgramFolder openssl, string token, PlaybackPublicKey key)
    {
        var dot = token.LastIndexOf('.');
        var signature = Base64Url.DecodeFromChars(token.AsSpan(dot + 1));
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteIntegerUnsigned(signature.AsSpan(0, 48).TrimStart((byte)0));
            der.WriteIntegerUnsigned(signature.AsSpan(48).TrimStart((byte)0));
        }
        openssl.Write("key.pem", Encoding.ASCII.GetBytes(key.Pem));
        openssl.Write("signature.der", der.Encode());
        openssl.Write("signed", Encoding.ASCII.GetBytes(token[..dot]));
        return openssl.Try("openssl", "dgst", "-sha384", "-verify", "key.pem", "-signature", "signature.der", "signed");
    }
}
