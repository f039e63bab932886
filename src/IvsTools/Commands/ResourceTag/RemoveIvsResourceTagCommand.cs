using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Removes tags from resources.</summary>
[Cmdlet(VerbsCommon.Remove, "IvsResourceTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveIvsResourceTagCommand : IvsTagChangeCommand
{
    /// <summary>The tag keys to remove, up to 50. A tag key has 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKeys")]
    [TextTransformation]
    [ValidateCount(1, 50)]
    [ValidateIvsTagKey]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[] TagKey { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var keys = TagKey;
        foreach (var arn in ResourceArn)
        {
            if (Confirmed(arn, $"Remove the tags {string.Join(", ", keys)}"))
                Start(arn, arn, (context, stop) => ResourceTags.RemoveAsync(context, arn, keys, stop), _ => null);
        }
    }
}
