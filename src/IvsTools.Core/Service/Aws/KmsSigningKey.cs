using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using IvsTools.Keys;

namespace IvsTools.Service.Aws;

/// <summary>A private key that never leaves AWS KMS. Each signature requires one call.</summary>
internal sealed class KmsSigningKey : ISigningKey
{
    private const int NumberLength = 48;

    private readonly KmsClient _client;
    private readonly Action<CallTrace>? _trace;

    private KmsSigningKey(KmsClient client, string keyArn, PlaybackPublicKey publicKey, Action<CallTrace>? trace) =>
        (_client, KeyArn, PublicKey, _trace) = (client, keyArn, publicKey, trace);

    /// <summary>The ARN of the key. An alias is resolved only once, so all signatures use the same key.</summary>
    public string KeyArn { get; }

    /// <inheritdoc/>
    public PlaybackPublicKey PublicKey { get; }

    /// <summary>Reads the public key of a KMS key and checks that the KMS key can sign tokens.</summary>
    /// <param name="settings">The connection.</param>
    /// <param name="keyId">The ID or the ARN of a key. The name or the ARN of an alias is also valid.</param>
    /// <param name="trace">Receives information about each call, on any thread.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="KeyException">The KMS key is not a P-384 signing key.</exception>
    /// <exception cref="IvsServiceException">The call failed, or the key cannot be used now.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static async Task<KmsSigningKey> OpenAsync(
        ConnectionSettings settings, string keyId, Action<CallTrace>? trace = null, CancellationToken cancellationToken = default)
    {
        var client = KmsClient.For(settings, cancellationToken);
        var (keyArn, publicKey) = await client.GetPublicKeyAsync(keyId, trace, cancellationToken).ConfigureAwait(false);
        return new KmsSigningKey(client, keyArn, publicKey, trace);
    }

    /// <summary>Sends only the digest to AWS KMS, and verifies the returned signature with the public key.</summary>
    /// <exception cref="IvsServiceException">The call failed, or the signature is not valid.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        var der = await _client.SignAsync(KeyArn, SHA384.HashData(data.Span), _trace, cancellationToken).ConfigureAwait(false);
        return ToFixedLength(der) is { } signature && PublicKey.Verifies(data.Span, signature)
            ? signature
            : throw _client.InvalidSignature(KeyArn);
    }

    /// <summary>Does nothing, because the key is not in this process.</summary>
    public void Dispose()
    {
    }

    // AWS KMS returns a DER signature (ANSI X9.62). A JWT requires r and s as 48 bytes each.
    private static byte[]? ToFixedLength(byte[] der)
    {
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            var numbers = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            var signature = new byte[2 * NumberLength];
            var isWhole = Write(numbers.ReadInteger(), signature.AsSpan(0, NumberLength))
                && Write(numbers.ReadInteger(), signature.AsSpan(NumberLength));
            return isWhole && !numbers.HasData ? signature : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // Writes a number with leading zeros. Returns false if the number is not positive or is too long.
    private static bool Write(BigInteger number, Span<byte> destination) =>
        number.Sign > 0
        && number.GetByteCount(isUnsigned: true) is var length
        && length <= destination.Length
        && number.TryWriteBytes(destination[^length..], out _, isUnsigned: true, isBigEndian: true);
}
