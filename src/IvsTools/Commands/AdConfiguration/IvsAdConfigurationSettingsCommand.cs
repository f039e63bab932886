using System.Management.Automation;

namespace IvsTools.Commands;

/// <summary>The post-roll settings of an ad configuration, for New- and Update-IvsAdConfiguration.</summary>
public abstract class IvsAdConfigurationSettingsCommand : IvsChangeCommand
{
    /// <summary>
    /// The parameter set that accepts an ad configuration.
    /// Its settings do not bind by name, because an ad configuration contains its current settings.
    /// </summary>
    private protected const string ByAdConfiguration = "AdConfiguration";

    /// <summary>The ads after the end of a stream: @{ durationSeconds = 15; enabled = $true }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [StructureTransformation(typeof(PostRollConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public PostRollConfiguration? PostRollConfiguration { get; set; }

    /// <summary>The duration of the ads after the end of a stream, 1 to 300 seconds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [Alias("PostRollConfiguration_DurationSecond", "PostRollConfiguration_DurationSeconds")]
    [WholeNumberTransformation(typeof(int), 1, 300)]
    public int? PostRollDurationSecond { get; set; }

    /// <summary>True to play ads after the end of a stream.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BySettings)]
    [Parameter(ParameterSetName = ByAdConfiguration)]
    [Alias("PostRollConfiguration_Enabled")]
    [TrueOrFalseTransformation]
    [ArgumentCompleter(typeof(TrueOrFalseCompleter))]
    public bool? PostRollEnabled { get; set; }

    /// <summary>
    /// The post-roll settings from the structure and the separate parameters. Null if all are omitted.
    /// A missing member gets the default of the service.
    /// </summary>
    private protected PostRollConfiguration? PostRoll =>
        (PostRollConfiguration, PostRollDurationSecond, PostRollEnabled) is (null, null, null)
            ? null
            : new(
                PostRollDurationSecond ?? PostRollConfiguration?.DurationSeconds ?? DefaultDurationSeconds,
                PostRollEnabled ?? PostRollConfiguration?.Enabled ?? PostRollDurationSecond is not null);

    private const int DefaultDurationSeconds = 15;
}
