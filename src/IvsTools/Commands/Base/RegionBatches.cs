namespace IvsTools.Commands;

/// <summary>Collects inputs into batches by Region, since a call goes to one.</summary>
/// <param name="size">How many a batch holds.</param>
/// <param name="send">Takes a batch: full, or what is left at the end.</param>
internal sealed class RegionBatches<T>(int size, Action<T[]> send)
{
    private readonly Dictionary<string, List<T>> _waiting = new(StringComparer.Ordinal);

    /// <summary>Takes one input; its batch goes out when it is full.</summary>
    public void Add(string arn, T input)
    {
        var region = IvsArn.RegionOf(arn) ?? string.Empty;
        if (!_waiting.TryGetValue(region, out var batch))
            _waiting[region] = batch = [];
        batch.Add(input);
        if (batch.Count == size)
            Send(batch);
    }

    /// <summary>Sends what is left.</summary>
    public void Flush()
    {
        foreach (var batch in _waiting.Values.Where(batch => batch.Count > 0))
            Send(batch);
    }

    private void Send(List<T> batch)
    {
        var inputs = batch.ToArray();
        batch.Clear();
        send(inputs);
    }
}
