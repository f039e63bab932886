using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>
/// Revokes viewer sessions with the batch operation. The output contains an object for each session that was not revoked.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "IvsStartViewerSessionRevocation", DefaultParameterSetName = BySession, SupportsShouldProcess = true)]
[OutputType(typeof(ViewerSessionRevocationError))]
[ResponseType(typeof(BatchStartViewerSessionRevocationResponse))]
public sealed class StartIvsStartViewerSessionRevocationCommand : IvsRevocationCommand
{
    private protected override void Revoke(StartViewerSessionRevocationRequest[] requests, Func<object, object?>? selected) =>
        SendBatch(requests, response => response.Errors, writesErrors: !SelectsErrors, selected);
}
