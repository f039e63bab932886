using System.Management.Automation;
using IvsTools.Parameters;

namespace IvsTools.Commands;

/// <summary>A cmdlet that changes something: -WhatIf shows it, -Confirm asks, -Force does not ask.</summary>
public abstract class IvsChangeCommand : IvsCommand
{
    /// <summary>Does not ask.</summary>
    [Parameter]
    [RefuseSecret]
    public SwitchParameter Force { get; set; }

    private protected bool Confirmed(string target, string action) =>
        // -WhatIf outweighs -Force.
        (Force && !WhatIf) || ShouldProcess(target, action);

    private bool WhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
}
