namespace IvsTools.Service;

/// <summary>Two operations: one gets a resource by its ARN, and one gets several resources.</summary>
/// <param name="Operation">The name of the batch operation.</param>
/// <param name="GetOne">Gets one resource.</param>
/// <param name="GetMany">Gets several resources with the batch operation.</param>
/// <param name="ReadOne">Returns the resource from a response.</param>
/// <param name="ReadMany">Returns the resources and the errors from a response of the batch operation.</param>
internal sealed record ResourceBatch<T, TOne, TMany>(
    string Operation,
    Func<CallContext, string, CancellationToken, Task<TOne>> GetOne,
    Func<CallContext, IReadOnlyList<string>, CancellationToken, Task<TMany>> GetMany,
    Func<TOne, T?> ReadOne,
    Func<TMany, (IReadOnlyList<T>? Found, IReadOnlyList<BatchError>? Errors)> ReadMany)
    where T : IvsResource
    where TOne : class
    where TMany : class;
