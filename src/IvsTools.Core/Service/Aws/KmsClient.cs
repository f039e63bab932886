using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using IvsTools.Keys;

namespace IvsTools.Service.Aws;

/// <summary>Calls AWS KMS in one Region with one set of credentials. The object is thread-safe and shared.</summary>
internal sealed class KmsClient : ICachedClient
{
    // The default quota of one account in one Region. All operations with elliptic curve keys share this quota.
    private const double SignaturesPerSecond = 1000;
    private const string Sign = "Sign";
    private const string GetPublicKey = "GetPublicKey";
    private const double ChangesPerSecond = 5;
    private const double ReadsPerSecond = 2000;
    private const string CreateKey = "Create a key with New-IvsPlaybackKeyPair -Kms.";

    // A canceled creation still waits for its response, because otherwise the ARN of the new key would be unknown and the key would
    // not get an alias.
    private static readonly TimeSpan CreationPatience = TimeSpan.FromSeconds(10);

    private static readonly ClientCache<KmsClient> Clients = new(size: 16, settings => new KmsClient(settings));

    private readonly AmazonKeyManagementServiceClient _sdk;
    private readonly ServiceCalls _calls;

    private KmsClient(ConnectionSettings settings)
    {
        var config = new AmazonKeyManagementServiceConfig();
        _calls = new ServiceCalls("AWS KMS", "kms", settings, config, new GetPublicKeyRequest());
        var credentials = Credentials.Resolve(settings);
        _sdk = ClientPipelines.Create(config, () => new AmazonKeyManagementServiceClient(credentials, config));
    }

    /// <summary>Returns the client for a connection.</summary>
    /// <exception cref="IvsServiceException">The connection cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static KmsClient For(ConnectionSettings settings, CancellationToken cancellationToken) =>
        Clients.Get(settings, cancellationToken);

    bool ICachedClient.HasFailedCredentials => _calls.HasFailedCredentials;

    /// <summary>Reads the public key of a KMS key.</summary>
    /// <param name="keyId">The ID or the ARN of a key or an alias.</param>
    /// <param name="trace">Receives information about the call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ARN and the public key of the KMS key.</returns>
    /// <exception cref="KeyException">The key is not a P-384 key for signing.</exception>
    /// <exception cref="IvsServiceException">The call failed, or the key cannot be used now.</exception>
    public async Task<(string KeyArn, PlaybackPublicKey PublicKey)> GetPublicKeyAsync(
        string keyId, Action<CallTrace>? trace, CancellationToken cancellationToken)
    {
        var request = new GetPublicKeyRequest { KeyId = keyId };
        var key = await _calls.SendAsync(GetPublicKey, ReadsPerSecond, request, _sdk.GetPublicKeyAsync, trace, cancellationToken)
            .ConfigureAwait(false);
        if (key is not { PublicKey: { Length: > 0 } spki, KeyId.Length: > 0 })
            throw _calls.InvalidResponse(GetPublicKey, "the response does not contain a key");
        if (key.KeySpec is { } spec && spec != KeySpec.ECC_NIST_P384)
        {
            var id = spec.Value.StartsWith("ECC_", StringComparison.Ordinal) ? KeyErrorId.WrongCurve : KeyErrorId.NotEllipticCurve;
            throw new KeyException(
                id, $"The key spec of the KMS key {keyId} is {spec.Value}. A playback key requires ECC_NIST_P384.", CreateKey);
        }
        if (key.KeyUsage != KeyUsageType.SIGN_VERIFY)
        {
            var usage = key.KeyUsage?.Value ?? "unknown";
            throw new KeyException(
                KeyErrorId.WrongKeyUsage,
                $"The key usage of the KMS key {keyId} is {usage}. A playback key requires SIGN_VERIFY.",
                CreateKey);
        }
        return (key.KeyId, PlaybackPublicKey.Read(new PemBlock(PemLabel.PublicKey, spki.ToArray(), 1)));
    }

    /// <summary>Signs a SHA-384 digest.</summary>
    /// <returns>The signature in DER format.</returns>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    public async Task<byte[]> SignAsync(string keyArn, byte[] digest, Action<CallTrace>? trace, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream(digest);
        var request = new SignRequest
        {
            KeyId = keyArn,
            Message = message,
            MessageType = MessageType.DIGEST,
            SigningAlgorithm = SigningAlgorithmSpec.ECDSA_SHA_384,
        };
        var signed = await _calls.SendAsync(Sign, SignaturesPerSecond, request, _sdk.SignAsync, trace, cancellationToken)
            .ConfigureAwait(false);
        return signed.Signature?.ToArray() ?? [];
    }

    /// <summary>Creates a P-384 key for signing.</summary>
    /// <returns>The ID and the ARN of the key.</returns>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    public async Task<(string Id, string Arn)> CreateKeyAsync(
        string description, IReadOnlyDictionary<string, string>? tags, Action<CallTrace>? trace, CancellationToken cancellationToken)
    {
        var request = new CreateKeyRequest
        {
            KeySpec = KeySpec.ECC_NIST_P384,
            KeyUsage = KeyUsageType.SIGN_VERIFY,
            Description = description,
            Tags = tags is null ? null : [.. tags.Select(tag => new Tag { TagKey = tag.Key, TagValue = tag.Value })],
        };
        var created = await _calls.SendAsync(
            "CreateKey",
            ChangesPerSecond,
            request,
            _sdk.CreateKeyAsync,
            trace,
            cancellationToken,
            "A key may have been created",
            CreationPatience)
            .ConfigureAwait(false);
        return created.KeyMetadata is { Arn: { Length: > 0 } arn, KeyId: { Length: > 0 } id }
            ? (id, arn)
            : throw _calls.InvalidResponse("CreateKey", "the response does not contain the ID and the ARN of the key");
    }

    /// <exception cref="IvsServiceException">The call failed.</exception>
    public Task CreateAliasAsync(string alias, string keyArn, Action<CallTrace>? trace) => _calls.SendAsync(
        "CreateAlias",
        ChangesPerSecond,
        new CreateAliasRequest { AliasName = alias, TargetKeyId = keyArn },
        _sdk.CreateAliasAsync,
        trace,
        CancellationToken.None,
        "The alias may have been created");

    /// <summary>Schedules the deletion of a key after 7 days, which is the shortest waiting period that AWS KMS accepts.</summary>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    public Task ScheduleDeletionAsync(string keyId, Action<CallTrace>? trace) => _calls.SendAsync(
        "ScheduleKeyDeletion",
        ChangesPerSecond,
        new ScheduleKeyDeletionRequest { KeyId = keyId, PendingWindowInDays = 7 },
        _sdk.ScheduleKeyDeletionAsync,
        trace,
        CancellationToken.None);

    /// <summary>Returns the exception for a signature that is not valid.</summary>
    public IvsServiceException InvalidSignature(string keyArn) =>
        _calls.InvalidResponse(Sign, $"the public key of {keyArn} does not verify the signature. No token was created");
}
