using System.Collections.Specialized;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.Control;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.Http;
using IvsTools.Emulator.Playback;
using IvsTools.Emulator.Resources;
using IvsTools.Emulator.Signing;
using IvsTools.Emulator.State;
using IvsTools.Service;

namespace IvsTools.Emulator;

/// <summary>Checks the signature of a request, validates the request, and calls the handler of its operation.</summary>
internal sealed class Dispatcher(
    ScopedStates states, FaultSchedule faults, ControlRoute control, SignatureCheck signature, string baseUrl, string? ingestEndpoint)
{
    private readonly Playlists _playlists = new(states);

    public HandledRequest Handle(string method, string rawUrl, NameValueCollection headers, byte[] body)
    {
        var question = rawUrl.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (rawUrl, string.Empty) : (rawUrl[..question], rawUrl[(question + 1)..]);
        string? name = null;
        // The control and playback routes handle HEAD as GET, and the HTTP host omits the body. The API has no HEAD operations.
        var read = method == "HEAD" ? "GET" : method;
        try
        {
            if (path.StartsWith(Paths.Control, StringComparison.Ordinal))
            {
                lock (states)
                    return new(control.Handle(read, path, query, headers, body));
            }
            // The relative links in the page work only if the URL ends with a slash.
            if (read == "GET" && path == Paths.Control.TrimEnd('/'))
                return new(Response.Redirect(Paths.Control));
            if (read == "GET" && path.StartsWith(Paths.Playback, StringComparison.Ordinal))
            {
                lock (states)
                    return new(_playlists.Get(path, query, headers["Origin"], baseUrl, isHead: method == "HEAD"));
            }
            var operation = Routing.Find(method, path)
                ?? throw new ApiException(CommonErrorCode.UnknownOperationException, $"The operation {method} {path} does not exist.");
            name = operation.Name;
            var scope = signature.Check(method, rawUrl, headers, body);
            var (error, broken) = faults.Take(name);
            if (error is not null)
                throw error;
            return new(Run(operation, scope, path, query, body), name, broken);
        }
        catch (ApiException e)
        {
            return new(Response.Error(e), name);
        }
#pragma warning disable CA1031 // Every request gets a response: an unexpected exception becomes the 500 of the service.
        catch (Exception e)
        {
            var error = new ApiException(ApiErrorCode.InternalServerException, $"The emulator failed: {e.GetType().Name}.");
            return new(Response.Error(error), name, Exception: e);
        }
#pragma warning restore CA1031
    }

    private Response Run(ApiOperation operation, Scope scope, string path, string query, byte[] body)
    {
        var input = Routing.Input(operation, path, query, body);
        Validation.Check(input, operation.Request);
        if (!OperationTable.Handlers.TryGetValue(operation.Name, out var handler))
            throw new ApiException(CommonErrorCode.NotImplemented, $"The emulator does not support {operation.Name}.");
        lock (states)
            return Response.Of(operation.Status, handler(new Call(operation, input, states.Of(scope), baseUrl, ingestEndpoint, faults)));
    }
}
