using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that create or update ad configurations.</summary>
public abstract class IvsAdConfigurationSettingsCommand : IvsChangeCommand
{
    /// <summary>
    /// The parameter set that accepts an ad configuration object. The properties of the object contain the current settings, so the
    /// parameters for new settings do not bind by property name in this set.
    /// </summary>
    private protected const string ByAdConfiguration = "AdConfiguration";

    /// <summary>The settings for ads after a stream, such as @{ durationSeconds = 15; enabled = $true }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [StructureTransformation(typeof(PostRollConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public PostRollConfiguration? PostRollConfiguration { get; set; }

    /// <summary>The duration of the ads after the end of a stream: 1 to 300 seconds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [Alias("PostRollConfiguration_DurationSecond", "PostRollConfiguration_DurationSeconds")]
    [WholeNumberTransformation(typeof(int), 1, 300)]
    public int? PostRollDurationSecond { get; set; }

    /// <summary>True to play ads after a stream.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [Alias("PostRollConfiguration_Enabled")]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? PostRollEnabled { get; set; }

    /// <summary>
    /// The post-roll settings from all parameters, or null if all of them are omitted. The API requires both members, so a missing
    /// duration is replaced with the default of the service. If only the duration is specified, the ads are enabled.
    /// </summary>
    private protected PostRollConfiguration? PostRoll =>
        (PostRollConfiguration, PostRollDurationSecond, PostRollEnabled) is (null, null, null)
            ? null
            : new(
                PostRollDurationSecond ?? PostRollConfiguration?.DurationSeconds ?? DefaultDurationSeconds,
                PostRollEnabled ?? PostRollConfiguration?.Enabled ?? PostRollDurationSecond is not null);

    private const int DefaultDurationSeconds = 15;
}
