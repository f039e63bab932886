using System.Collections;
using System.Management.Automation;
using IvsTools.Parameters;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Adds tags to resources, or gives new values to those that are there.</summary>
[Cmdlet(VerbsCommon.Add, "IvsResourceTag", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class AddIvsResourceTagCommand : IvsTagChangeCommand
{
    /// <summary>The tags.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Tags")]
    [ValidateIvsTag]
    [RefuseSecret]
    public IDictionary Tag { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ResourceArn)
        {
            if (Confirmed(arn, "Add tags"))
                Send(arn, arn, Operations.TagResource, new(arn, TagSet.From(Tag)!), _ => null);
        }
    }
}
