using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets ad configurations by ARN, or lists the ad configurations in a Region.</summary>
[Alias("Get-IvsAdConfigurationList")]
[Cmdlet(VerbsCommon.Get, "IvsAdConfiguration", DefaultParameterSetName = List)]
[OutputType(typeof(AdConfiguration))]
[ResponseType(typeof(GetAdConfigurationResponse), typeof(ListAdConfigurationsResponse))]
public sealed class GetIvsAdConfigurationCommand : IvsListCommand
{
    /// <summary>
    /// The ARNs or names of the ad configurations. Names can contain wildcards. If omitted, the cmdlet lists all ad configurations.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByArn)]
    [Alias("AdConfigurationArn")]
    [ValidateIvsArn(ArnKind.AdConfiguration, OrName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NameOrArnCompleter<AdConfigurationCompleter>))]
    public string[] Arn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ArnsOf(Arn, ResourceLists.AdConfigurations))
            Send(arn, arn, Operations.GetAdConfiguration, new(arn), response => response.AdConfiguration);
        if (ParameterSetName == List)
            WritePages(ResourceLists.AdConfigurations);
    }
}
