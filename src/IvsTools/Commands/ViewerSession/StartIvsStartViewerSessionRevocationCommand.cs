using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Revokes viewer sessions with the batch operation, and returns an object for each session that was not revoked.</summary>
[Cmdlet(VerbsLifecycle.Start, "IvsStartViewerSessionRevocation", DefaultParameterSetName = BySession, SupportsShouldProcess = true)]
[OutputType(typeof(ViewerSessionRevocationError))]
public sealed class StartIvsStartViewerSessionRevocationCommand : IvsRevocationCommand
{
    private protected override void Revoke(StartViewerSessionRevocationRequest[] requests) => Start(
        requests.Select(request => request.ViewerId).ToArray(),
        requests[0].ChannelArn,
        (context, stop) => context.SendAsync(Operations.BatchStartViewerSessionRevocation, new(requests), stop),
        response => response.Errors,
        SelectsErrors ? null : response => (response.Errors ?? []).Select(ErrorRecords.From));
}
