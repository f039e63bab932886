using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that call one batch operation and return its response.</summary>
public abstract class IvsBatchCommand : IvsCommand
{
    /// <summary>The maximum number of ARNs per call.</summary>
    internal const int BatchSize = 50;

    /// <summary>Sends the ARNs of one input in batches of up to 50. A batch contains only ARNs of one Region.</summary>
    private protected void SendBatches<TRequest, TResponse>(
        IEnumerable<string> arns,
        Operation<TRequest, TResponse> operation,
        Func<IReadOnlyList<string>, TRequest> request,
        Func<TResponse, IEnumerable<BatchError>?> errors)
        where TRequest : class
        where TResponse : class
    {
        var batches = new RegionBatches<string>(BatchSize, batch => Start(
            batch,
            batch[0],
            (context, stop) => context.SendAsync(operation, request(batch), stop),
            response => response,
            SelectsErrors ? null : response => (errors(response) ?? []).Select(error => ErrorRecords.From(error, operation.Name))));
        foreach (var arn in arns.Distinct(StringComparer.Ordinal))
            batches.Add(arn, arn);
        batches.Flush();
    }
}
