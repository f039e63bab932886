namespace IvsTools.Binding.Validation;

/// <summary>The resource types that an ARN parameter accepts.</summary>
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
