namespace IvsTools.Pipeline;

/// <summary>
/// Collects inputs in batches and keeps their order. An input for another Region starts a new batch, because each call is sent to
/// one Region.
/// </summary>
/// <param name="size">The maximum size of a batch.</param>
/// <param name="send">Sends a batch.</param>
internal sealed class RegionBatches<T>(int size, Action<T[]> send)
{
    private readonly List<T> _waiting = [];
    private string? _region;

    /// <summary>Adds one input. A full batch is sent immediately.</summary>
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

    /// <summary>If calls cannot overlap, sends the batch without waiting for the next input.</summary>
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
