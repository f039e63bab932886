using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Creates a recording configuration, which defines where and how streams are recorded.</summary>
[Cmdlet(VerbsCommon.New, "IvsRecordingConfiguration", DefaultParameterSetName = ByBucket, SupportsShouldProcess = true)]
[OutputType(typeof(RecordingConfiguration))]
[ResponseType(typeof(CreateRecordingConfigurationResponse))]
public sealed class NewIvsRecordingConfigurationCommand : IvsChangeCommand
{
    private const string ByBucket = "Bucket";

    /// <summary>The name: 0 to 128 letters, digits, '-' and '_'. The name does not have to be unique.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [ValidateIvsName]
    public string? Name { get; set; }

    /// <summary>A bucket in the Region and account of the recording configuration.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ByBucket)]
    [Alias("S3_BucketName", "DestinationConfiguration_S3_BucketName")]
    [ValidateLength(3, 63)]
    [ValidatePattern(@"\A[a-z0-9-.]+\z", Options = RegexOptions.None)]
    [RejectSecret]
    public string? BucketName { get; set; }

    /// <summary>The bucket as a structure, such as @{ s3 = @{ bucketName = 'recordings' } }.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Destination")]
    [StructureTransformation(typeof(DestinationConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public DestinationConfiguration? DestinationConfiguration { get; set; }

    /// <summary>The time in seconds, from 0 to 300, within which a stream that reconnects resumes the same recording.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RecordingReconnectWindowSeconds")]
    [WholeNumberTransformation(typeof(int), 0, 300)]
    public int? RecordingReconnectWindowSecond { get; set; }

    /// <summary>The thumbnail settings, such as @{ recordingMode = 'INTERVAL'; targetIntervalSeconds = 30 }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [StructureTransformation(typeof(ThumbnailConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public ThumbnailConfiguration? ThumbnailConfiguration { get; set; }

    /// <summary>INTERVAL or DISABLED. With DISABLED, no thumbnails are recorded.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ThumbnailConfiguration_RecordingMode")]
    [KnownValues("RecordingMode")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? ThumbnailRecordingMode { get; set; }

    /// <summary>The time between two thumbnails in seconds, from 1 to 60.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ThumbnailConfiguration_TargetIntervalSecond", "ThumbnailConfiguration_TargetIntervalSeconds")]
    [WholeNumberTransformation(typeof(long), 1, 60)]
    public long? ThumbnailTargetIntervalSecond { get; set; }

    /// <summary>The resolution of the thumbnails. The default is the resolution of the source.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ThumbnailConfiguration_Resolution")]
    [KnownValues("ThumbnailConfigurationResolution")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? ThumbnailResolution { get; set; }

    /// <summary>SEQUENTIAL keeps each thumbnail. LATEST keeps only the newest thumbnail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ThumbnailConfiguration_Storage")]
    [KnownValues("ThumbnailConfigurationStorage")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string[]? ThumbnailStorage { get; set; }

    /// <summary>The renditions to record, such as @{ renditionSelection = 'CUSTOM'; renditions = 'HD', 'SD' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [StructureTransformation(typeof(RenditionConfiguration))]
    [ArgumentCompleter(typeof(StructureCompleter))]
    public RenditionConfiguration? RenditionConfiguration { get; set; }

    /// <summary>ALL, NONE or CUSTOM. CUSTOM requires a list of renditions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RenditionConfiguration_RenditionSelection")]
    [KnownValues("RenditionConfigurationRenditionSelection")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string? RenditionSelection { get; set; }

    /// <summary>The renditions to record if the selection is CUSTOM.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RenditionConfiguration_Rendition", "RenditionConfiguration_Renditions")]
    [KnownValues("RenditionConfigurationRendition")]
    [ArgumentCompleter(typeof(KnownValueCompleter))]
    public string[]? Rendition { get; set; }

    /// <summary>The tags for the recording configuration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary? Tag { get; set; }

    /// <summary>Waits until the state is ACTIVE. If the state changes to CREATE_FAILED, an error is written.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Wait { get; set; }

    /// <summary>The time limit for -Wait in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    [RejectSecret]
    [NullIsDefault(300)]
    public int WaitTimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var request = new CreateRecordingConfigurationRequest(
            DestinationConfiguration ?? new(new S3DestinationConfiguration(BucketName!)),
            Specified(nameof(Name), Name),
            Thumbnails,
            RecordingReconnectWindowSecond,
            Renditions,
            Specified(Tag));
        if (!Confirmed(Name ?? BucketName ?? $"{DestinationConfiguration}", "Create recording configuration"))
            return;
        var limit = TimeSpan.FromSeconds(WaitTimeoutSec);
        if (Wait)
        {
            Start(
                Name,
                null,
                (context, stop) => RecordingConfigurations.CreateAsync(context, request, limit, stop),
                response => response.RecordingConfiguration,
                Failures);
        }
        else
        {
            Send(Name, null, Operations.CreateRecordingConfiguration, request, response => response.RecordingConfiguration);
        }
    }

    private ThumbnailConfiguration? Thumbnails =>
        ThumbnailConfiguration is null
        && (ThumbnailRecordingMode, ThumbnailTargetIntervalSecond) is (null, null)
        && (ThumbnailResolution, ThumbnailStorage) is (null, null)
            ? null
            : new(
                ThumbnailRecordingMode ?? ThumbnailConfiguration?.RecordingMode,
                ThumbnailTargetIntervalSecond
                    ?? (ThumbnailRecordingMode == "DISABLED" ? null : ThumbnailConfiguration?.TargetIntervalSeconds),
                ThumbnailResolution ?? ThumbnailConfiguration?.Resolution,
                ThumbnailStorage ?? ThumbnailConfiguration?.Storage);

    private RenditionConfiguration? Renditions =>
        (RenditionConfiguration, RenditionSelection, Rendition) is (null, null, null)
            ? null
            : new(RenditionSelection ?? RenditionConfiguration?.RenditionSelection, Rendition ?? RenditionConfiguration?.Renditions);

    private static IEnumerable<ErrorRecord> Failures(CreateRecordingConfigurationResponse response) =>
        response.RecordingConfiguration is { State: RecordingConfigurations.CreateFailed } failed
            ? [ErrorRecords.RecordingFailed(failed)]
            : [];
}
