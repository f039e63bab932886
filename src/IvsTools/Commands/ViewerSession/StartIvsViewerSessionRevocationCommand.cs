using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Ends the sessions of viewers and revokes their tokens, up to a version.</summary>
[Alias("Start-IvsStartViewerSessionRevocation")]
[Cmdlet(VerbsLifecycle.Start, "IvsViewerSessionRevocation", DefaultParameterSetName = "Viewer", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StartIvsViewerSessionRevocationCommand : IvsChangeCommand
{
    private const int BatchSize = 20;

    private readonly RegionBatches<StartViewerSessionRevocationRequest> _batches;

    /// <summary>Batches are collected over the whole pipeline.</summary>
    public StartIvsViewerSessionRevocationCommand() => _batches = new(BatchSize, Revoke);

    /// <summary>The channel.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Viewer")]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string ChannelArn { get; set; } = null!;

    /// <summary>The IDs of the viewers in their tokens: 1 to 40 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Viewer")]
    [ValidateLength(1, 40)]
    public string[] ViewerId { get; set; } = [];

    /// <summary>The highest session version to revoke. Default: 0, the version of tokens without a version.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Viewer")]
    [Alias("ViewerSessionVersion")]
    [WholeNumberTransformation(typeof(int), 0, int.MaxValue)]
    public int? ViewerSessionVersionsLessThanOrEqualTo { get; set; }

    /// <summary>Several viewer sessions: @{ channelArn = …; viewerId = …; viewerSessionVersionsLessThanOrEqualTo = … }, …</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Session")]
    [Alias("ViewerSessions")]
    [StructureTransformation(typeof(StartViewerSessionRevocationRequest))]
    public StartViewerSessionRevocationRequest[] ViewerSession { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var viewer in ViewerId)
            Add(new(ChannelArn, viewer, ViewerSessionVersionsLessThanOrEqualTo));
        foreach (var session in ViewerSession)
            Add(session);
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

    private void Add(StartViewerSessionRevocationRequest request)
    {
        if (Confirmed($"{request.ViewerId} on {request.ChannelArn}", "Revoke viewer sessions"))
            _batches.Add(request.ChannelArn, request);
    }

    private void Revoke(StartViewerSessionRevocationRequest[] requests)
    {
        var arn = requests[0].ChannelArn;
        if (requests is [var only])
        {
            Send(only.ViewerId, arn, Operations.StartViewerSessionRevocation, only, _ => null);
            return;
        }
        var viewers = requests.Select(request => request.ViewerId).ToArray();
        Start(
            viewers,
            arn,
            (context, stop) => context.SendAsync(Operations.BatchStartViewerSessionRevocation, new(requests), stop),
            _ => null,
            response => (response.Errors ?? []).Select(ErrorRecords.From));
    }
}
