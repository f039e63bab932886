namespace IvsTools.Pipeline;

/// <summary>
/// Collects inputs into batches in their order. A call goes to one Region, so an input for another Region starts a new batch.
/// </summary>
/// <param name="size">The maximum size of a batch.</param>
/// <param name="send">Sends a batch when it is full, or at the end.</param>
internal sealed class RegionBatches<T>(int size, Action<T[]> send)
{
    private readonly List<T> _waiting = [];
    private string? _region;

    /// <summary>Adds one input to the batch of its Region, and sends a full batch.</summary>
    public void Add(string arn, T input)
    {
        var region = IvsArn.RegionOf(arn);
        if (region != _region)
            Flush();
        _region = region;
        _waiting.Add(input);
        if (_waiting.Count == size)
            Flush();
    }

    /// <summary>Called after each input. Only overlapping calls may wait for later inputs to fill a batch.</summary>
    public void EndInput(int throttleLimit)
    {
        if (throttleLimit == 1)
            Flush();
    }

    /// <summary>Sends the last batch.</summary>
    public void Flush()
    {
        if (_waiting.Count == 0)
            return;
        var inputs = _waiting.ToArray();
        _waiting.Clear();
        send(inputs);
    }
}
