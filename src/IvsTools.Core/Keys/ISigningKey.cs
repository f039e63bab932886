namespace IvsTools.Keys;

/// <summary>A P-384 private key that signs: in the memory of this process, or in a service that the key never leaves.</summary>
public interface ISigningKey : IDisposable
{
    /// <summary>The public key, which verifies the signatures.</summary>
    PlaybackPublicKey PublicKey { get; }

    /// <summary>Signs data with SHA-384. The next call can start before this call has ended.</summary>
    /// <param name="data">The data, which must not change until the task has ended.</param>
    /// <param name="cancellationToken">Cancels the signature.</param>
    /// <returns>r and s, 96 bytes.</returns>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);
}
