using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets resources by ARN: one by the single operation, many by the batch operation, in calls of 50.</summary>
public abstract class IvsBatchGetCommand<T> : IvsCommand
    where T : IvsResource
{
    private const int BatchSize = 50;

    // By Region, since a call goes to one.
    private readonly Dictionary<string, List<string>> _waiting = new(StringComparer.Ordinal);

    private protected abstract string BatchOperation { get; }

    private protected abstract Task<T?> GetOneAsync(IvsSession session, string arn, CancellationToken cancellationToken);

    private protected abstract Task<(IReadOnlyList<T>? Found, IReadOnlyList<BatchError>? Errors)> GetManyAsync(
        IvsSession session, IReadOnlyList<string> arns, CancellationToken cancellationToken);

    /// <summary>Takes one ARN; the call goes out when a batch is full, or at the end.</summary>
    private protected void Add(string arn)
    {
        var region = IvsArn.RegionOf(arn) ?? string.Empty;
        if (!_waiting.TryGetValue(region, out var arns))
            _waiting[region] = arns = [];
        arns.Add(arn);
        if (arns.Count == BatchSize)
            Flush(arns);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var arns in _waiting.Values.Where(arns => arns.Count > 0))
            Flush(arns);
        base.EndProcessing();
    }

    private void Flush(List<string> waiting)
    {
        var arns = waiting.ToArray();
        waiting.Clear();
        if (arns is [var only])
        {
            Start(only, only, async (session, stop) => await GetOneAsync(session, only, stop).ConfigureAwait(false));
            return;
        }
        Start(arns, arns[0], async (session, stop) =>
        {
            var (found, errors) = await GetManyAsync(session, [.. arns.Distinct(StringComparer.Ordinal)], stop).ConfigureAwait(false);
            var byArn = (found ?? []).ToDictionary(item => item.Arn!, object (item) => item, StringComparer.Ordinal);
            foreach (var error in errors ?? [])
                byArn.TryAdd(error.Arn ?? string.Empty, ErrorRecords.From(error, BatchOperation));
            // In the order in which they were asked for.
            return arns.Where(byArn.ContainsKey).Select(arn => byArn[arn]).ToList();
        });
    }
}
