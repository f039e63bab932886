namespace IvsTools.Keys;

/// <summary>A P-384 private key that creates signatures in this process or in a remote service.</summary>
internal interface ISigningKey : IDisposable
{
    /// <summary>The public key that verifies the signatures.</summary>
    PlaybackPublicKey PublicKey { get; }

    /// <summary>Signs data with SHA-384. The next call can start before this call has ended.</summary>
    /// <param name="data">The data to sign. The data must not change until the task has ended.</param>
    /// <param name="cancellationToken">Cancels the signing.</param>
    /// <returns>The signature: r and s, with 48 bytes each.</returns>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);
}
