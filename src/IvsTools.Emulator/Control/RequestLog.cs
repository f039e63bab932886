namespace IvsTools.Emulator.Control;

/// <summary>The requests so far; of very many only the newest.</summary>
internal sealed class RequestLog
{
    private const int Kept = 10_000;

    private readonly Queue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public void Add(RecordedRequest request)
    {
        lock (_requests)
        {
            _requests.Enqueue(request);
            if (_requests.Count > Kept)
                _requests.Dequeue();
        }
    }

    public void Clear()
    {
        lock (_requests)
            _requests.Clear();
    }
}
