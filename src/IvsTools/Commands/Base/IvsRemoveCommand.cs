using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that delete resources.</summary>
[ResponseType(typeof(EmptyResponse))]
public abstract class IvsRemoveCommand : IvsChangeCommand
{
    private protected void Remove<TRequest>(string arn, string action, Operation<TRequest, EmptyResponse> operation, TRequest request)
        where TRequest : class
    {
        if (Confirmed(arn, action))
            Send(arn, arn, operation, request, _ => null);
    }
}
