using System.Net;

namespace IvsTools.Emulator.Http;

/// <summary>Serves an endpoint with HttpListener, which is available in every PowerShell version.</summary>
internal sealed class ListenerHost(HttpListener listener, Func<EmulatorRequest, Task<EmulatorResponse>> respond, Action stop) : IDisposable
{
    private const int DrainSize = 64 * 1024;
    private const int LongestDrain = 16 * 1024 * 1024;
    private static readonly TimeSpan DrainTime = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _closed = new();

    public void Start() => _ = Task.Run(ListenAsync);

    public void Dispose()
    {
        // HttpListener.Close would respond with status 200 to requests that are in progress or in its queue, and the clients
        // would assume success. Therefore, these requests are aborted first.
        _closed.Cancel();
        stop();
        CutQueued();
        listener.Close();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                var context = await listener.GetContextAsync().ConfigureAwait(false);
                if (_closed.IsCancellationRequested)
                {
                    Cut(context.Response);
                    continue;
                }
                // The request is handled on this thread, because switching threads takes longer than most requests.
                _ = ServeAsync(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // A failed connection must not end the loop, which ends when the port is closed.
                if (_closed.IsCancellationRequested)
                    return;
            }
        }
    }

    /// <summary>Aborts the requests that wait in the queue of HttpListener.</summary>
    private void CutQueued()
    {
        while (listener.BeginGetContext(null, null) is { IsCompleted: true } received)
            Cut(listener.EndGetContext(received).Response);
    }

#pragma warning disable CA1031 // The task is not awaited, so it must handle every exception.
    private async Task ServeAsync(HttpListenerContext context)
    {
        using var whenClosed = _closed.Token.Register(() => Cut(context.Response));
        try
        {
            var request = context.Request;
            var response = await respond(new EmulatorRequest(
                request.HttpMethod,
                request.RawUrl ?? "/",
                request.Headers,
                request.ContentLength64 < 0 ? null : request.ContentLength64,
                request.InputStream)).ConfigureAwait(false);
            await SendAsync(context, response).ConfigureAwait(false);
        }
        // The client has disconnected, or the emulator is closing.
        catch (Exception)
        {
            Cut(context.Response);
        }
    }
#pragma warning restore CA1031

    private async Task SendAsync(HttpListenerContext context, EmulatorResponse response)
    {
        var target = context.Response;
        target.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            target.Headers[name] = value;
        target.ContentLength64 = response.ContentLength;
        // HttpListener would also send a body in response to HEAD, and the client would read that body as the next response.
        if (context.Request.HttpMethod != "HEAD")
            await target.OutputStream.WriteAsync(response.Body).ConfigureAwait(false);
        if (response.Status == (int)HttpStatusCode.RequestEntityTooLarge)
            await DrainAsync(context.Request.InputStream).ConfigureAwait(false);
        if (response.IsWhole)
            target.Close();
        else
            target.Abort();
    }

    /// <summary>Reads the rest of a rejected request body.</summary>
    /// <remarks>If the connection were closed while the client sends the body, the client would not receive the response.</remarks>
    private async Task DrainAsync(Stream body)
    {
        var buffer = new byte[DrainSize];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        limit.CancelAfter(DrainTime);
        try
        {
            for (var left = LongestDrain; left > 0;)
            {
                var read = await body.ReadAsync(buffer).AsTask().WaitAsync(limit.Token).ConfigureAwait(false);
                if (read == 0)
                    return;
                left -= read;
            }
        }
        catch (OperationCanceledException)
        {
            // The client has received the response, but sends the rest of its request too slowly.
        }
    }

    /// <summary>Sends the headers of an error response and aborts the connection.</summary>
    /// <remarks>If no headers were sent, HttpListener would send an empty response with status 200.</remarks>
    private static void Cut(HttpListenerResponse response)
    {
        try
        {
            response.StatusCode = 503;
            response.ContentLength64 = 1;
            response.OutputStream.Write([]);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpListenerException or IOException or ObjectDisposedException)
        {
            // The headers have already been sent, or the connection is closed.
        }
        response.Abort();
    }
}
