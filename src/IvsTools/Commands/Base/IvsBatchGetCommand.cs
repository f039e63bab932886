using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that get resources by ARN. The batch operation gets up to 50 resources per call.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
/// <typeparam name="TOne">The response to the operation for one resource.</typeparam>
/// <typeparam name="TMany">The response to the batch operation.</typeparam>
public abstract class IvsBatchGetCommand<T, TOne, TMany> : IvsListCommand
    where T : IvsResource
    where TOne : class
    where TMany : class
{
    private readonly ResourceBatch<T, TOne, TMany> _batch;
    private readonly RegionBatches<string> _batches;

    /// <summary>Collects the ARNs of all inputs in batches.</summary>
    private protected IvsBatchGetCommand(ResourceBatch<T, TOne, TMany> batch) =>
        (_batch, _batches) = (batch, new(ResourceBatches.LargestBatch, Send));

    /// <summary>Adds one ARN to the batch. A full batch is sent immediately.</summary>
    private protected void Add(string arn)
    {
        // -Select applies to the response for one resource. The response to the batch operation has different members.
        if (Select is not null)
        {
            StartOne(arn);
            return;
        }
        // When the batch is sent, the current input can be a later one.
        Input.Warn();
        _batches.Add(arn, arn);
    }

    private protected void EndInput() => _batches.EndInput(ThrottleLimit);

    private protected override void FlushBatch() => _batches.Flush();

    private void Send(string[] arns)
    {
        if (arns is [var only])
            StartOne(only);
        else
            StartMany(arns);
    }

    private void StartOne(string arn) => Start(arn, arn, (context, stop) => _batch.GetOne(context, arn, stop), _batch.ReadOne);

    private void StartMany(string[] arns)
    {
        Start(arns, arns[0], async (context, stop) =>
        {
            var response = await _batch.GetMany(context, [.. arns.Distinct(StringComparer.Ordinal)], stop).ConfigureAwait(false);
            // Resources and errors are written in the same order as the ARNs.
            return arns.Select(arn => Result(response, arn)).Concat(Unrequested(response, arns));
        });
    }

    // An error for an ARN that was not requested is unexpected, but it must not be lost.
    private IEnumerable<PipelineRecord> Unrequested(TMany response, string[] arns) =>
        from error in _batch.ReadMany(response).Errors ?? []
        where !arns.Contains(error.Arn)
        select new PipelineRecord.Error(ErrorRecords.From(error, _batch.Operation));

    private PipelineRecord Result(TMany response, string arn)
    {
        var (found, errors) = _batch.ReadMany(response);
        if (found?.FirstOrDefault(item => item.Arn == arn) is { } resource)
            return new PipelineRecord.Output(resource);
        return new PipelineRecord.Error(errors?.FirstOrDefault(error => error.Arn == arn) is { } error
            ? ErrorRecords.From(error, _batch.Operation)
            : ErrorRecords.NoResult(arn, _batch.Operation));
    }
}
