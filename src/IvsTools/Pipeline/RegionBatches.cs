namespace IvsTools.Pipeline;

/// <summary>Collects inputs into batches in their order. A call goes to one Region, so an input of another one begins a new batch.</summary>
/// <param name="size">How many a batch holds.</param>
/// <param name="send">Takes a batch: full, or what is left at the end.</param>
internal sealed class RegionBatches<T>(int size, Action<T[]> send)
{
    private readonly List<T> _waiting = [];
    private string? _region;

    /// <summary>Takes one input; its batch goes out when it is full.</summary>
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

    /// <summary>Sends what is left.</summary>
    public void Flush()
    {
        if (_waiting.Count == 0)
            return;
        var inputs = _waiting.ToArray();
        _waiting.Clear();
        send(inputs);
    }
}
