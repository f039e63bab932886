using System.Security.Cryptography;

namespace IvsTools.Keys;

/// <summary>Reads a key file up to a size limit. The read can be canceled, even while it waits for the writer of a named pipe.</summary>
internal sealed class KeyFileStream : IDisposable
{
    // A file with one key is always smaller than this limit, even a PKCS#12 file with certificates.
    private const int LongestKey = 1024 * 1024;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly CancellationToken _cancellationToken;
    private readonly long _limit;
    private long _read;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public KeyFileStream(string path, long limit, CancellationToken cancellationToken)
    {
        (_path, _limit, _cancellationToken) = (path, limit, cancellationToken);
        _file = Stoppable(
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0),
            late => late.Dispose());
    }

    /// <summary>The length, or null if it is not known.</summary>
    public long? Length => _file.CanSeek && _file.Length > 0 ? _file.Length : null;

    /// <summary>Returns the bytes of a file of up to 1 MiB. The caller zeroes the bytes.</summary>
    /// <exception cref="KeyException">The file is larger than 1 MiB (InvalidKey).</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public static byte[] ReadAll(string path, CancellationToken cancellationToken)
    {
        using var file = new KeyFileStream(path, LongestKey, cancellationToken);
        var buffer = SecretMemory.Allocate<byte>((int)Math.Min(file.Length ?? LongestKey, LongestKey) + 1);
        try
        {
            var (filled, read) = (0, 1);
            while (filled < buffer.Length && (read = file.Read(buffer, filled)) > 0)
                filled += read;
            return SecretMemory.Copy(buffer.AsSpan(0, filled));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>Reads bytes into the buffer. Returns 0 at the end of the file.</summary>
    /// <exception cref="KeyException">The file is larger than the limit (InvalidKey).</exception>
    public int Read(byte[] buffer, int offset)
    {
        // ReadStoppable uses its own buffer. Otherwise, a canceled read could write to the caller's buffer later.
        var read = _cancellationToken.CanBeCanceled && Length is null
            ? ReadStoppable(buffer.AsSpan(offset))
            : ReadNow(buffer.AsSpan(offset));
        _read += read;
        return _read <= _limit
            ? read
            : throw new KeyException(
                KeyErrorId.InvalidKey,
                $"The file '{_path}' is larger than {_limit / (1024 * 1024)} MiB, the maximum for a key file.",
                "Use a file that contains only keys.");
    }

    public void Dispose() => _file.Dispose();

    private int ReadNow(Span<byte> buffer)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return _file.Read(buffer);
    }

    private int ReadStoppable(Span<byte> buffer)
    {
        var own = SecretMemory.Allocate<byte>(Math.Min(buffer.Length, 64 * 1024));
        var read = Stoppable(() => _file.Read(own), _ => Array.Clear(own));
        own.AsSpan(0, read).CopyTo(buffer);
        Array.Clear(own);
        return read;
    }

    // .NET cannot cancel the opening or the reading of a pipe, so another thread waits for the pipe.
    private T Stoppable<T>(Func<T> call, Action<T> discard)
    {
        if (!_cancellationToken.CanBeCanceled)
            return call();
        var waiting = Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return waiting.WaitAsync(_cancellationToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            waiting.ContinueWith(
                late => { if (late.Exception is null) discard(late.Result); },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            throw;
        }
    }
}
