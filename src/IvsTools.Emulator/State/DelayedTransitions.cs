namespace IvsTools.Emulator.State;

/// <summary>Slow changes: each takes effect after a number of reads.</summary>
internal sealed class DelayedTransitions
{
    private readonly Dictionary<string, (int LooksLeft, Action Change)> _changes = new(StringComparer.Ordinal);

    /// <summary>Starts a change and cancels an earlier change of the same resource.</summary>
    public void Begin(string arn, int looks, Action change) => _changes[arn] = (looks, change);

    /// <summary>Called before a resource is returned.</summary>
    public void Look(string arn)
    {
        if (!_changes.TryGetValue(arn, out var waiting))
            return;
        if (waiting.LooksLeft > 0)
            _changes[arn] = waiting with { LooksLeft = waiting.LooksLeft - 1 };
        else if (_changes.Remove(arn))
            waiting.Change();
    }

    /// <summary>Called before a list is returned.</summary>
    public void LookAtAll()
    {
        foreach (var arn in _changes.Keys.ToList())
            Look(arn);
    }

    /// <summary>Completes all changes.</summary>
    public void Finish()
    {
        foreach (var (_, change) in _changes.Values.ToList())
            change();
        _changes.Clear();
    }

    /// <summary>Cancels a change.</summary>
    public void Forget(string arn) => _changes.Remove(arn);

    public void Clear() => _changes.Clear();
}
