namespace IvsTools.Pipeline;

/// <summary>Queues the work on pipeline inputs, and returns the results in the order of the inputs.</summary>
/// <param name="limit">The maximum number of inputs that are processed at the same time.</param>
/// <param name="stopping">Canceled when the pipeline is stopped.</param>
internal sealed class OrderedWindow(int limit, CancellationToken stopping) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    // If the limit is greater than 1, the window also accepts inputs that must wait, so that the next input can start as soon as a
    // call ends.
    private readonly int _capacity = limit == 1 ? 1 : 2 * limit;
    private readonly SemaphoreSlim _turns = new(limit);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private readonly Queue<Pending> _queue = new();

    public int Count => _queue.Count;

    /// <summary>True if the oldest input must be removed before the next input is read.</summary>
    public bool IsFull => _queue.Count >= _capacity;

    public bool HeadIsDone => _queue.TryPeek(out var head) && head.Work.IsCompleted;

    public CancellationToken Stopping => _stop.Token;

    /// <summary>The inputs whose results have not been removed, oldest first.</summary>
    public IEnumerable<Pending> All => _queue;

    /// <summary>Adds the work on one input. The work starts as soon as the limit allows.</summary>
    public void Start(PipelineInput input, Func<CancellationToken, Task<IEnumerable<PipelineRecord>>> work) =>
        _queue.Enqueue(new Pending(input, limit == 1 ? work(_stop.Token) : RunInTurnAsync(work)));

    /// <summary>Adds results that do not require work.</summary>
    public void Add(PipelineInput input, IEnumerable<PipelineRecord> records) =>
        _queue.Enqueue(new Pending(input, Task.FromResult(records)));

    /// <summary>Waits for the oldest input, and removes it from the queue.</summary>
    /// <param name="meanwhile">This callback runs every 200 ms during the wait.</param>
    public Pending Next(Action meanwhile)
    {
        // Task.Wait would throw the exceptions of the work here, but the caller must handle them.
        while (!((IAsyncResult)_queue.Peek().Work).AsyncWaitHandle.WaitOne(Tick))
            meanwhile();
        return _queue.Dequeue();
    }

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _stop.Dispose();
        _turns.Dispose();
    }

    private async Task<IEnumerable<PipelineRecord>> RunInTurnAsync(Func<CancellationToken, Task<IEnumerable<PipelineRecord>>> work)
    {
        await _turns.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            // WaitAsync can return after the pipeline was stopped, because canceled work releases its turn.
            _stop.Token.ThrowIfCancellationRequested();
            return await work(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
        }
    }

    internal sealed record Pending(PipelineInput Input, Task<IEnumerable<PipelineRecord>> Work);
}
