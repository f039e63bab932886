using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets recording configurations by ARN, or lists the recording configurations in a Region.</summary>
[Alias("Get-IvsRecordingConfigurationList")]
[Cmdlet(VerbsCommon.Get, "IvsRecordingConfiguration", DefaultParameterSetName = List)]
[OutputType(typeof(RecordingConfiguration))]
[ResponseType(typeof(GetRecordingConfigurationResponse), typeof(ListRecordingConfigurationsResponse))]
public sealed class GetIvsRecordingConfigurationCommand : IvsListCommand
{
    /// <summary>
    /// The ARNs or names of the recording configurations. Names can contain wildcards. If omitted, the cmdlet lists all recording
    /// configurations.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("RecordingConfigurationArn")]
    [ValidateIvsArn(ArnKind.RecordingConfiguration, OrName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameOrArnCompleter<RecordingConfigurationCompleter>))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ArnsOf(Arn, ResourceLists.RecordingConfigurations))
            Send(arn, arn, Operations.GetRecordingConfiguration, new(arn), response => response.RecordingConfiguration);
        if (ParameterSetName == List)
            WritePages(ResourceLists.RecordingConfigurations);
    }
}
