using System.Collections;
using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Gets the tags of resources.</summary>
[Cmdlet(VerbsCommon.Get, "IvsResourceTag")]
[OutputType(typeof(Hashtable))]
[ResponseType(typeof(ListTagsForResourceResponse))]
public sealed class GetIvsResourceTagCommand : IvsCommand
{
    /// <summary>The ARNs of the resources, which can be of any type.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "ChannelArn")]
    [ValidateIvsArn(ArnKind.Resource)]
    [ArgumentCompleter(typeof(TaggedResourceCompleter))]
    public string[] ResourceArn { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ResourceArn)
            Send(arn, arn, Operations.ListTagsForResource, new(arn), TagsOf);
    }

    // The output is a Hashtable instead of a read-only TagDictionary, so that scripts can change it and pass it to Add-IvsResourceTag.
    private static Hashtable TagsOf(ListTagsForResourceResponse response) => new(response.Tags.ToDictionary(), StringComparer.Ordinal);
}
