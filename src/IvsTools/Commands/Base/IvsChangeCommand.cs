using System.Collections;
using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that change resources and support -WhatIf, -Confirm and -Force.</summary>
public abstract class IvsChangeCommand : IvsCommand
{
    /// <summary>The parameter set whose settings bind by property name, for example from the columns of a CSV file.</summary>
    private protected const string BySettings = "Settings";

    /// <summary>Suppresses the confirmation prompt, unless -Confirm is specified.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Returns the value of a parameter, or null if the value comes from an empty cell of a CSV row. Empty text on the command line is
    /// returned unchanged.
    /// </summary>
    private protected string? Specified(string parameter, string? value) => value is "" && !Input.IsTyped(parameter) ? null : value;

    /// <summary>Returns the value of -Tag, or null if the tags belong to a resource object.</summary>
    private protected IReadOnlyDictionary<string, string>? Specified(IDictionary? tags) =>
        tags is TagDictionary && !Input.IsTyped("Tag") ? null : TagSet.From(tags);

    /// <summary>
    /// Writes an error and returns false if an update of a resource object has no settings. The properties of the object are not used
    /// as settings, because they can be out of date.
    /// </summary>
    /// <param name="input">The object, or null if the resource is specified by its ARN.</param>
    /// <param name="request">The request.</param>
    /// <param name="empty">A request for the same resource without settings.</param>
    /// <param name="example">An example of a parameter and its value, for the recommended action.</param>
    private protected bool HasSettings<TRequest>(IvsResource? input, TRequest request, TRequest empty, string example)
        where TRequest : class
    {
        if (input is null || !request.Equals(empty))
            return true;
        Report(ErrorRecords.NoSettings(input.Arn, $"{MyInvocation.MyCommand.Name} $_.Arn {example}"));
        return false;
    }

    private protected bool Confirmed(string target, string action)
    {
        if (!IsInputUsable(target))
            return false;
        // -WhatIf and -Confirm override -Force.
        return (Force && !WhatIf && !MyInvocation.BoundParameters.ContainsKey("Confirm")) || ShouldProcess(NamedTarget(target), action);
    }

    // A canceled call may have created a resource. The host writes the warning, because the pipeline has ended.
    private protected override void WriteUnseen(object? target, Task work, IReadOnlyList<CallTrace> calls)
    {
        foreach (var call in calls.Where(call => call.MayLeave is not null))
            Host.UI.WriteWarningLine($"The pipeline ended before the result of {call.Operation} was written. {call.MayLeave}.");
    }

    private bool WhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var whatIf)
        ? LanguagePrimitives.IsTrue(whatIf)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
}
