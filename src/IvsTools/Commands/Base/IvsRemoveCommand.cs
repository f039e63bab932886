using System.Management.Automation;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>A cmdlet that takes something away: it asks, unless -Force or -Confirm:$false says not to.</summary>
public abstract class IvsRemoveCommand : IvsCommand
{
    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected bool Confirmed(string target, string action) =>
        // -WhatIf outweighs -Force.
        (Force && !WhatIf) || ShouldProcess(target, action);

    private protected void Remove<TRequest>(string arn, string action, Operation<TRequest, EmptyResponse> operation, TRequest request)
        where TRequest : class
    {
        if (Confirmed(arn, action))
            Send(arn, arn, operation, request, _ => null);
    }

    private bool WhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
}
