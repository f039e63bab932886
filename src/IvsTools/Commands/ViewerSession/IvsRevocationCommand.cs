using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that revoke viewer sessions in batches of 20.</summary>
public abstract class IvsRevocationCommand : IvsChangeCommand
{
    /// <summary>The parameter set that accepts sessions as structures.</summary>
    private protected const string BySession = "Session";

    private const int BatchSize = 20;

    private readonly RegionBatches<(StartViewerSessionRevocationRequest Request, SelectedParameter? Parameter)> _batches;

    /// <summary>Collects the sessions of all inputs in batches.</summary>
    protected IvsRevocationCommand() => _batches = new(BatchSize, batch => Revoke(
        [.. batch.Select(session => session.Request)],
        batch[0].Parameter is null ? null : _ => batch.Select(Selected)));

    /// <summary>The viewer sessions, such as @{ channelArn = …; viewerId = …; viewerSessionVersionsLessThanOrEqualTo = … }.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BySession)]
    [Alias("ViewerSessions")]
    [StructureTransformation(typeof(StartViewerSessionRevocationRequest))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public StartViewerSessionRevocationRequest[] ViewerSession { get; set; } = [];

    private protected abstract void Revoke(StartViewerSessionRevocationRequest[] requests, Func<object, object?>? selected);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var parameter = Selection.OfParameter(this, Select);
        foreach (var request in Requests())
        {
            if (Confirmed($"{request.ViewerId} on {request.ChannelArn}", "Revoke viewer sessions"))
                _batches.Add(request.ChannelArn, (request, parameter));
        }
        _batches.EndInput(ThrottleLimit);
    }

    private protected override void FlushBatch() => _batches.Flush();

    /// <summary>Calls the batch operation.</summary>
    /// <param name="requests">The sessions. The target object of an error record is the viewer ID of the session.</param>
    /// <param name="output">Returns the default output. If null, nothing is written.</param>
    /// <param name="writesErrors">True to write an error record for each error that the response contains.</param>
    /// <param name="selected">Returns the output if -Select specifies a parameter.</param>
    private protected void SendBatch(
        StartViewerSessionRevocationRequest[] requests,
        Func<BatchStartViewerSessionRevocationResponse, object?> output,
        bool writesErrors,
        Func<object, object?>? selected) =>
        Send(
            requests.Select(request => request.ViewerId).ToArray(),
            requests[0].ChannelArn,
            Operations.BatchStartViewerSessionRevocation,
            new(requests),
            output,
            writesErrors ? response => (response.Errors ?? []).Select(ErrorRecords.From) : null,
            selected);

    /// <summary>Returns the sessions of the current input.</summary>
    private protected virtual IEnumerable<StartViewerSessionRevocationRequest> Requests() => ViewerSession;

    private static object? Selected((StartViewerSessionRevocationRequest Request, SelectedParameter? Parameter) session) =>
        session.Parameter!.Of(session.Request, session.Request.ViewerId, session.Request.ChannelArn);
}
