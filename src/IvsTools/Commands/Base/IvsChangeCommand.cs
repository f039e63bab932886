using System.Collections;
using System.Management.Automation;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>A cmdlet that changes something: -WhatIf shows it, -Confirm asks, -Force does not ask.</summary>
public abstract class IvsChangeCommand : IvsCommand
{
    private readonly HashSet<string> _typed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Does not ask.</summary>
    [Parameter]
    [RefuseSecret]
    public SwitchParameter Force { get; set; }

    /// <summary>Remembers what was typed: parameters of the pipeline are bound later.</summary>
    protected override void BeginProcessing()
    {
        _typed.UnionWith(MyInvocation.BoundParameters.Keys);
        base.BeginProcessing();
    }

    /// <summary>The value of a parameter; null for the empty cell of a row, which means "not given". Empty text that was typed stays.</summary>
    private protected string? Given(string parameter, string? value) => value is "" && !_typed.Contains(parameter) ? null : value;

    /// <summary>The value of -Tag; null for tags that an object of a resource brought along: they are of that resource.</summary>
    private protected IReadOnlyDictionary<string, string>? Given(IDictionary? tags) => tags is TagDictionary && !_typed.Contains("Tag") ? null : TagSet.From(tags);

    private protected bool Confirmed(string target, string action)
    {
        WarnOfInput();
        // -WhatIf outweighs -Force.
        return (Force && !WhatIf) || ShouldProcess(target, action);
    }

    private bool WhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
}
