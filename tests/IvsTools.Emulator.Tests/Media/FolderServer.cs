using System.Net;
using IvsTools.Emulator.Http;

namespace IvsTools.Emulator.Tests.Media;

/// <summary>Serves the files of a folder to a browser, from a different origin than the emulator.</summary>
internal sealed class FolderServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<string, byte[]> _read;

    public FolderServer(Func<string, byte[]> read)
    {
        _read = read;
        (_listener, var port) = LocalListener.Open(0);
        Url = $"http://127.0.0.1:{port}/";
        _ = Task.Run(ServeAsync);
    }

    public string Url { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            var file = context.Request.Url!.AbsolutePath[1..];
            context.Response.ContentType = Path.GetExtension(file) switch
            {
                ".html" => "text/html",
                ".js" => "text/javascript",
                ".wasm" => "application/wasm",
                _ => "text/plain",
            };
            try
            {
                await context.Response.OutputStream.WriteAsync(_read(file));
            }
            catch (FileNotFoundException)
            {
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            }
            context.Response.Close();
        }
    }
}
