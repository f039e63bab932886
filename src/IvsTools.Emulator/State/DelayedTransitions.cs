using System.Text.Json.Nodes;

namespace IvsTools.Emulator.State;

/// <summary>Delays a change to a resource until the resource has been read a number of times.</summary>
/// <param name="settle">Applies the outcome of a change. The first argument is the ARN of the resource.</param>
internal sealed class DelayedTransitions(Action<string, string> settle)
{
    private readonly Dictionary<string, (int ReadsLeft, string Outcome)> _changes = new(StringComparer.Ordinal);

    /// <summary>Starts a change, and cancels an earlier change to the same resource.</summary>
    public void Begin(string arn, int reads, string outcome) => _changes[arn] = (reads, outcome);

    /// <summary>Counts one read of a resource.</summary>
    public void CountRead(string arn)
    {
        if (!_changes.TryGetValue(arn, out var waiting))
            return;
        if (waiting.ReadsLeft > 0)
            _changes[arn] = waiting with { ReadsLeft = waiting.ReadsLeft - 1 };
        else if (_changes.Remove(arn))
            settle(arn, waiting.Outcome);
    }

    /// <summary>Counts one read of each resource in a list.</summary>
    public void CountReads(IEnumerable<string> arns)
    {
        // The ARNs are copied, because CountRead can end a stream and change the collection that contains the ARNs.
        foreach (var arn in arns.ToList())
            CountRead(arn);
    }

    public void Forget(string arn) => _changes.Remove(arn);

    public void Clear() => _changes.Clear();

    public JsonArray Save() => new([.. _changes.Select(change => new JsonObject
    {
        ["arn"] = change.Key,
        ["readsLeft"] = change.Value.ReadsLeft,
        ["outcome"] = change.Value.Outcome,
    })]);

    public void Load(JsonArray saved)
    {
        foreach (var change in saved)
            Begin(change.Text("arn"), change.Required("readsLeft").GetValue<int>(), change.Text("outcome"));
    }
}
