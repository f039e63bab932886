using System.Text;
using IvsTools.Text;

namespace IvsTools.Emulator.Http;

/// <summary>The recorded requests. The oldest requests are removed when a limit is exceeded.</summary>
internal sealed class RequestLog
{
    private const int MostRequests = 10_000;
    private const long MostCharacters = 16 * 1024 * 1024;

    private readonly Queue<RecordedRequest> _requests = new();
    private long _characters;

    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_requests)
                return new ValueList<RecordedRequest>(_requests);
        }
    }

    /// <summary>Returns the newest requests that match a condition, newest first.</summary>
    public IReadOnlyList<RecordedRequest> Newest(int count, Func<RecordedRequest, bool> where)
    {
        lock (_requests)
            return [.. _requests.Reverse().Where(where).Take(count)];
    }

    public RecordedRequest Add(EmulatorRequest request, byte[] body, HandledRequest result)
    {
        var record = new RecordedRequest
        {
            Method = request.Method,
            Path = request.RawUrl,
            LoggedPath = SafeText.Line(Paths.WithoutSession(request.RawUrl.Split('?')[0])),
            Operation = result.Operation,
            Body = Encoding.UTF8.GetString(body),
            Headers = request.Headers.AllKeys.ToDictionary(
                name => name!, name => request.Headers[name]!, StringComparer.OrdinalIgnoreCase),
            Status = result.Status,
            RequestId = result.Response.RequestId,
            Exception = result.Exception,
        };
        Add(record);
        return record;
    }

    public void Clear()
    {
        lock (_requests)
        {
            _requests.Clear();
            _characters = 0;
        }
    }

    private void Add(RecordedRequest request)
    {
        lock (_requests)
        {
            _requests.Enqueue(request);
            _characters += Length(request);
            // The newest request is kept even if it exceeds the limit.
            while (_requests.Count > MostRequests || (_characters > MostCharacters && _requests.Count > 1))
                _characters -= Length(_requests.Dequeue());
        }
    }

    private static long Length(RecordedRequest request) =>
        request.Path.Length + request.Body.Length + request.Headers.Sum(header => (long)header.Key.Length + header.Value.Length);
}
