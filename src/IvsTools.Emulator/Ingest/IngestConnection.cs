using System.Net.Sockets;
using System.Security.Authentication;
using IvsTools.Emulator.Ingest.Rtmp;
using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Ingest;

/// <summary>One connection of an encoder.</summary>
internal sealed class IngestConnection : IPublisher, IDisposable
{
    private readonly IngestTransport _transport;
    private readonly Admission _admission;
    private readonly TimeProvider _time;
    private readonly IngestLog _log;
    private readonly CancellationTokenSource _cut = new();
    private IngestException? _cause;
    private Broadcast? _broadcast;
    private long _waitingSince;
    private long _received;
    private long _receivedBefore;

    public IngestConnection(IngestTransport transport, Admission admission, TimeProvider time, IngestLog log)
    {
        (_transport, _admission, _time, _log) = (transport, admission, time, log);
        _waitingSince = time.GetTimestamp();
    }

    /// <summary>Serves the connection until it is closed.</summary>
    public async Task RunAsync()
    {
        Stream? stream = null;
        RtmpSession? session = null;
        IngestException? cause = null;
        try
        {
            stream = await _transport.OpenAsync(_cut.Token).ConfigureAwait(false);
            await RtmpHandshake.AcceptAsync(stream, _cut.Token).ConfigureAwait(false);
            session = new RtmpSession(stream, this);
            await session.RunAsync(_cut.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // An exception must end only this connection. The log shows unexpected exceptions.
        catch (Exception e)
        {
            cause = _cause ?? Cause(e);
        }
#pragma warning restore CA1031
        End(cause);
        if (cause is not null && stream is not null)
            await RejectAsync(stream, session, cause).ConfigureAwait(false);
        if (stream is not null)
            await stream.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the connection. Later calls do not change the reason.</summary>
    public void Cut(IngestReason reason, string message)
    {
        if (Interlocked.CompareExchange(ref _cause, new IngestException(reason, message), null) is null)
            _ = _cut.CancelAsync();
    }

    /// <summary>Closes the connection immediately and ends its stream.</summary>
    public void Dispose()
    {
        Cut(IngestReason.Closed, "The emulator was closed.");
        Volatile.Read(ref _broadcast)?.EndStream(failed: false);
        _transport.Dispose();
    }

    /// <summary>Disconnects the encoder if a time limit is exceeded, and updates the stream's health.</summary>
    public void Check()
    {
        var received = Interlocked.Read(ref _received);
        var broadcast = Volatile.Read(ref _broadcast);
        var waited = _time.GetElapsedTime(Interlocked.Read(ref _waitingSince));
        if (broadcast is not null && received != _receivedBefore)
        {
            _receivedBefore = received;
            Interlocked.Exchange(ref _waitingSince, _time.GetTimestamp());
        }
        else if (broadcast is not null && waited >= IngestLimits.WithoutData)
        {
            Cut(IngestReason.TimedOut, $"The encoder sent no data for {IngestLimits.WithoutData.TotalSeconds} seconds.");
        }
        else if (broadcast is null && waited >= IngestLimits.UntilPublished)
        {
            Cut(IngestReason.TimedOut, $"No stream was published within {IngestLimits.UntilPublished.TotalSeconds} seconds.");
        }
        broadcast?.Check();
    }

    /// <inheritdoc/>
    public async Task StartAsync(string name)
    {
        var (broadcast, previous) = _admission.Admit(
            name, _transport.IsSecure, () => Cut(IngestReason.Stopped, "The stream was stopped."));
        Volatile.Write(ref _broadcast, broadcast);
        await previous.WaitAsync(_cut.Token).ConfigureAwait(false);
        broadcast.Begin();
        Record(IngestAction.Started, cause: null, broadcast);
    }

    /// <inheritdoc/>
    public void Write(MediaPacket packet)
    {
        Interlocked.Increment(ref _received);
        _broadcast?.Write(packet);
    }

    /// <inheritdoc/>
    public void End() => End(cause: null);

    private void End(IngestException? cause)
    {
        if (_broadcast is { } broadcast)
        {
            // The waiting time must restart first. Without a broadcast, the time limit is UntilPublished, which is shorter than
            // WithoutData, so a call to Check on another thread could disconnect the encoder too early.
            Interlocked.Exchange(ref _waitingSince, _time.GetTimestamp());
            Volatile.Write(ref _broadcast, null);
            broadcast.EndStream(
                failed: cause?.Reason is IngestReason.UnsupportedMedia or IngestReason.InvalidData or IngestReason.InternalError);
            cause ??= new IngestException(IngestReason.Disconnected, "The encoder has ended the stream.");
            // A stream that is still waiting for the previous stream to end has not started, so it is recorded as rejected.
            try
            {
                Record(broadcast.IsStarted ? IngestAction.Ended : IngestAction.Rejected, cause, broadcast);
            }
            finally
            {
                // The channel's next encoder waits until the media has ended.
                broadcast.EndMedia();
            }
        }
        // A client that connects and disconnects without publishing, such as a port scanner, is not recorded.
        else if (cause is not null && cause.Reason is not (IngestReason.Disconnected or IngestReason.Stopped or IngestReason.Closed))
        {
            Record(IngestAction.Rejected, cause, broadcast: null);
        }
    }

    private async Task RejectAsync(Stream stream, RtmpSession? session, IngestException cause)
    {
        if (cause.Reason is IngestReason.Disconnected or IngestReason.Closed)
            return;
        using var limit = new CancellationTokenSource(IngestLimits.Closing);
        try
        {
            if (session is not null)
                await session.RejectAsync(cause.Reason, cause.Message, limit.Token).ConfigureAwait(false);
            await _transport.ShutdownAsync(stream, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or InvalidOperationException)
        {
            // The client did not read the reason in time, or has disconnected.
        }
    }

    private static IngestException Cause(Exception exception) => exception switch
    {
        IngestException cause => cause,
        InvalidDataException => new IngestException(IngestReason.InvalidData, exception.Message),
        AuthenticationException => new IngestException(IngestReason.InvalidData, $"The TLS handshake failed: {exception.Message}"),
        EndOfStreamException or IOException or SocketException =>
            new IngestException(IngestReason.Disconnected, "The connection was lost."),
        _ => new IngestException(
            IngestReason.InternalError, $"The emulator failed: {exception.GetType().Name}.", inner: exception),
    };

    private void Record(IngestAction action, IngestException? cause, Broadcast? broadcast) => _log.Add(new IngestRecord
    {
        Time = _log.Now,
        Action = action,
        Reason = cause?.Reason,
        Message = cause?.Message,
        ChannelArn = broadcast?.ChannelArn ?? cause?.ChannelArn,
        StreamId = action == IngestAction.Rejected ? null : broadcast?.StreamId,
        IsSecure = _transport.IsSecure,
        RemoteAddress = _transport.RemoteAddress,
        Exception = cause?.InnerException,
    });
}
