using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Ends viewers' sessions and revokes their tokens up to a session version.</summary>
[Cmdlet(VerbsLifecycle.Start, "IvsViewerSessionRevocation", DefaultParameterSetName = "Viewer", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
[ResponseType(typeof(EmptyResponse), typeof(BatchStartViewerSessionRevocationResponse))]
public sealed class StartIvsViewerSessionRevocationCommand : IvsRevocationCommand
{
    /// <summary>The channel.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Viewer")]
    [Alias("Arn")]
    [ValidateIvsArn(ArnKind.Channel)]
    [ArgumentCompleter(typeof(ChannelCompleter))]
    public string ChannelArn { get; set; } = null!;

    /// <summary>The IDs of the viewers. An ID has 1 to 40 characters.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Viewer")]
    [AllowNull]
    [TextTransformation]
    [ValidateItemLength(1, 40, MissingMessage = "The viewer ID is missing. A token without a viewer ID cannot be revoked.")]
    public string[] ViewerId { get; set; } = [];

    /// <summary>The highest session version to revoke. The default is 0, which is the version of tokens without a version claim.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Viewer")]
    [Alias("ViewerSessionVersion")]
    [WholeNumberTransformation(typeof(int), 0, int.MaxValue)]
    public int? ViewerSessionVersionsLessThanOrEqualTo { get; set; }

    private protected override IEnumerable<StartViewerSessionRevocationRequest> Requests() =>
        base.Requests().Concat(
            ViewerId.Select(viewer => new StartViewerSessionRevocationRequest(ChannelArn, viewer, ViewerSessionVersionsLessThanOrEqualTo)));

    private protected override void Revoke(StartViewerSessionRevocationRequest[] requests, Func<object, object?>? selected)
    {
        // For -Select Errors, the batch operation is required, because only its response has the member Errors.
        if (requests is [var only] && !SelectsOnlyErrors)
            Send(only.ViewerId, only.ChannelArn, Operations.StartViewerSessionRevocation, only, _ => null, selected: selected);
        else
            SendBatch(requests, _ => null, writesErrors: true, selected);
    }
}
