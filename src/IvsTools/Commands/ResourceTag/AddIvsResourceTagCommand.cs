using System.Collections;
using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Adds tags to resources, or replaces the values of existing tags.</summary>
[Cmdlet(VerbsCommon.Add, "IvsResourceTag", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class AddIvsResourceTagCommand : IvsTagChangeCommand
{
    /// <summary>The tags.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    [ValidateIvsTag]
    public IDictionary Tag { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Specified(Tag) is not { } tags)
        {
            Report(
                ErrorRecords.Invalid(
                    "NoTag",
                    "-Tag is required. The tags of the resource object are not used.",
                    ResourceArn[0],
                    "Use -Tag to specify the new tags."));
            return;
        }
        foreach (var arn in ResourceArn)
        {
            if (Confirmed(arn, "Add tags"))
                Send(arn, arn, Operations.TagResource, new(arn, tags), _ => null);
        }
    }
}
