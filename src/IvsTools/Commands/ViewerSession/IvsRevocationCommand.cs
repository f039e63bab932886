using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that revoke viewer sessions, in batches of 20.</summary>
public abstract class IvsRevocationCommand : IvsChangeCommand
{
    /// <summary>The parameter set with sessions as structures.</summary>
    private protected const string BySession = "Session";

    private const int BatchSize = 20;

    private readonly RegionBatches<StartViewerSessionRevocationRequest> _batches;

    /// <summary>Batches are collected over the whole pipeline.</summary>
    protected IvsRevocationCommand() => _batches = new(BatchSize, Revoke);

    /// <summary>Several viewer sessions: @{ channelArn = …; viewerId = …; viewerSessionVersionsLessThanOrEqualTo = … }, …</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BySession)]
    [Alias("ViewerSessions")]
    [StructureTransformation(typeof(StartViewerSessionRevocationRequest))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public StartViewerSessionRevocationRequest[] ViewerSession { get; set; } = [];

    private protected abstract void Revoke(StartViewerSessionRevocationRequest[] requests);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var request in Requests())
        {
            if (Confirmed($"{request.ViewerId} on {request.ChannelArn}", "Revoke viewer sessions"))
                _batches.Add(request.ChannelArn, request);
        }
        // Only overlapping calls may wait for later inputs to fill a batch.
        if (ThrottleLimit == 1)
            _batches.Flush();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _batches.Flush();
        base.EndProcessing();
    }

    /// <summary>The sessions of the current input.</summary>
    private protected virtual IEnumerable<StartViewerSessionRevocationRequest> Requests() => ViewerSession;
}
