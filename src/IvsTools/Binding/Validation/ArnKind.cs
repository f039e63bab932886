namespace IvsTools.Binding.Validation;

/// <summary>The resource types in an ARN parameter.</summary>
internal enum ArnKind
{
    Channel,
    StreamKey,
    StreamKeyOrChannel,
    PlaybackKeyPair,
    PlaybackRestrictionPolicy,
    RecordingConfiguration,
    AdConfiguration,
    Resource,
}
