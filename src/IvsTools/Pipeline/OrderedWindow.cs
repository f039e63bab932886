namespace IvsTools.Pipeline;

/// <summary>Running work in the order of the inputs. Results are removed only from the head.</summary>
/// <param name="stopping">Set when the pipeline is stopped.</param>
internal sealed class OrderedWindow(CancellationToken stopping) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private readonly Queue<Pending> _queue = new();

    public int Count => _queue.Count;

    public bool HeadIsDone => _queue.TryPeek(out var head) && head.Work.IsCompleted;

    public CancellationToken Stopping => _stop.Token;

    /// <summary>The inputs whose work is in progress, oldest first.</summary>
    public IEnumerable<PipelineInput> Inputs => _queue.Select(pending => pending.Input);

    /// <summary>Adds the work on one input. The token ends the work.</summary>
    public void Start(PipelineInput input, Func<CancellationToken, Task<IEnumerable<PipelineRecord>>> work) =>
        _queue.Enqueue(new Pending(input, work(_stop.Token)));

    /// <summary>Waits until the number of inputs in progress is less than the limit.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="meanwhile">Called every 200 ms of the wait.</param>
    public void WaitForTurn(int limit, Action meanwhile)
    {
        Task[] running = [.. _queue.Select(pending => pending.Work).Where(work => !work.IsCompleted)];
        if (running.Length < limit)
            return;
        while (Task.WaitAny(running, Tick) < 0)
            meanwhile();
    }

    /// <summary>Waits for the head and removes it.</summary>
    /// <param name="meanwhile">Called every 200 ms of the wait.</param>
    public Pending Next(Action meanwhile)
    {
        // Wait() would throw the failure of the work, which the caller reads.
        while (!((IAsyncResult)_queue.Peek().Work).AsyncWaitHandle.WaitOne(Tick))
            meanwhile();
        return _queue.Dequeue();
    }

    /// <summary>Cancels the work in progress.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    internal sealed record Pending(PipelineInput Input, Task<IEnumerable<PipelineRecord>> Work);
}
