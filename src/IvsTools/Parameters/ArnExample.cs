namespace IvsTools.Parameters;

/// <summary>One example ARN a kind, for messages.</summary>
internal static class ArnExample
{
    public const string Channel = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
    public const string StreamKey = "arn:aws:ivs:us-west-2:123456789012:stream-key/g1H2I3j4k5L6";
    public const string AdConfiguration = "arn:aws:ivs:us-west-2:123456789012:ad-configuration/abcdABCDefgh";
    public const string PlaybackRestrictionPolicy = "arn:aws:ivs:us-west-2:123456789012:playback-restriction-policy/abcdABCDefgh";
    public const string RecordingConfiguration = "arn:aws:ivs:us-west-2:123456789012:recording-configuration/abcdABCDefgh";
    public const string PlaybackKeyPair = "arn:aws:ivs:us-west-2:123456789012:playback-key/abcdABCDefgh";
}
