namespace IvsTools.Commands;

/// <summary>Work under way, in the order of the inputs: results leave only from the head.</summary>
/// <typeparam name="TInput">What is known of an input while its work goes on.</typeparam>
/// <typeparam name="TResult">What the work brings.</typeparam>
internal sealed class OrderedWindow<TInput, TResult> : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<Pending> _queue = new();

    public int Count => _queue.Count;

    public bool HeadIsDone => _queue.TryPeek(out var head) && head.Work.IsCompleted;

    public CancellationToken Stopping => _stop.Token;

    /// <summary>What is under way, oldest first.</summary>
    public IEnumerable<TInput> Inputs => _queue.Select(pending => pending.Input);

    /// <summary>Takes in the work on one input, which the token ends.</summary>
    public void Start(TInput input, Func<CancellationToken, Task<TResult>> work) => _queue.Enqueue(new Pending(input, work(_stop.Token)));

    /// <summary>Waits for the head and takes it out.</summary>
    /// <param name="meanwhile">Called now and then.</param>
    public Pending Next(Action meanwhile)
    {
        // The failure, if any, is read by whoever takes it.
        while (!((IAsyncResult)_queue.Peek().Work).AsyncWaitHandle.WaitOne(Tick))
            meanwhile();
        return _queue.Dequeue();
    }

    /// <summary>Cancels what is under way; callable from any thread.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Cancels what is under way and waits until it has ended: nothing is left running behind a finished pipeline.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        while (_queue.Count > 0)
            Next(() => { });
        _stop.Dispose();
    }

    internal sealed record Pending(TInput Input, Task<TResult> Work);
}
