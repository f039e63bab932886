using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>Reads the playback URL from a channel, a CSV row, or the output of New-IvsViewerToken.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class PlaybackUrlTransformationAttribute : ArgumentTransformationAttribute
{
    private const string Column = "PlaybackUrl";

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        // An object without a URL becomes empty text, so that PowerShell does not convert the whole object to text.
        Channel channel => channel.PlaybackUrl ?? string.Empty,
        ViewerToken token => token.PlaybackUrl ?? string.Empty,
        PSObject { BaseObject: Channel or ViewerToken } wrapped => Transform(engineIntrinsics, wrapped.BaseObject),
        PSObject { BaseObject: PSCustomObject } row when row.Properties[Column] is { } column => column.Value ?? string.Empty,
        _ => inputData,
    };
}
