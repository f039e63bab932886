using System.Collections;
using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that change resources, with -WhatIf, -Confirm and -Force.</summary>
public abstract class IvsChangeCommand : IvsCommand
{
    /// <summary>The parameter set with settings that bind by property name, from the rows of a CSV.</summary>
    private protected const string BySettings = "Settings";

    private readonly HashSet<string> _typed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Suppresses the confirmation prompt.</summary>
    [Parameter]
    [FlagTransformation]
    public SwitchParameter Force { get; set; }

    /// <summary>Stores the parameters of the command line, because pipeline parameters are bound later.</summary>
    protected override void BeginProcessing()
    {
        _typed.UnionWith(MyInvocation.BoundParameters.Keys);
        base.BeginProcessing();
    }

    /// <summary>
    /// The value of a parameter. The empty cell of a row is null, which means "not specified". Empty text on the command line is kept.
    /// </summary>
    private protected string? Given(string parameter, string? value) => value is "" && !_typed.Contains(parameter) ? null : value;

    /// <summary>The value of -Tag. Null if the tags come from a resource object, because they belong to that resource.</summary>
    private protected IReadOnlyDictionary<string, string>? Given(IDictionary? tags) =>
        tags is TagDictionary && !_typed.Contains("Tag") ? null : TagSet.From(tags);

    private protected bool Confirmed(string target, string action)
    {
        WarnOfInput();
        // -WhatIf overrides -Force.
        return (Force && !WhatIf) || ShouldProcess(NamedTarget(target), action);
    }

    // A canceled call may have created a resource. Then only the host can show the warning.
    private protected override void WriteUnseen(object? target, Task work, IReadOnlyList<CallTrace> calls)
    {
        foreach (var call in calls.Where(call => call.MayLeave is not null))
            Host.UI.WriteWarningLine($"The pipeline ended before the result of {call.Operation} was written. {call.MayLeave}.");
    }

    private bool WhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
}
