using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that call one batch operation and return its response.</summary>
public abstract class IvsBatchCommand : IvsCommand
{
    /// <summary>Sends the ARNs of one input in batches of up to 50. A batch contains only ARNs of one Region.</summary>
    private protected void SendBatches<T, TOne, TMany>(IEnumerable<string> arns, ResourceBatch<T, TOne, TMany> resources)
        where T : IvsResource
        where TOne : class
        where TMany : class
    {
        var parameter = Selection.OfParameter(this, Select);
        var batches = new RegionBatches<string>(ResourceBatches.LargestBatch, batch => Start(
            batch,
            batch[0],
            (context, stop) => resources.GetMany(context, batch, stop),
            response => response,
            SelectsErrors ? null : response => (resources.ReadMany(response).Errors ?? [])
                .Select(error => ErrorRecords.From(error, resources.Operation)),
            parameter is null ? null : _ => batch.Select(arn => parameter.Of(arn))));
        foreach (var arn in arns.Distinct(StringComparer.Ordinal))
            batches.Add(arn, arn);
        batches.Flush();
    }
}
