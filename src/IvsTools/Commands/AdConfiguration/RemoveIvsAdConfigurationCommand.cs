using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Deletes ad configurations. An ad configuration that a channel uses cannot be deleted.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsAdConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsAdConfigurationCommand : IvsRemoveCommand
{
    /// <summary>The ARNs of the ad configurations.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateIvsArn(ArnKind.AdConfiguration)]
    [ArgumentCompleter(typeof(AdConfigurationCompleter))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in Arn)
            Remove(arn, "Delete ad configuration", Operations.DeleteAdConfiguration, new(arn));
    }
}
