namespace IvsTools.Service;

/// <summary>Lists the resources of one type in a Region.</summary>
internal interface IResourceList
{
    /// <summary>Returns the resources on the first page.</summary>
    Task<IReadOnlyList<IvsResource>> FirstPageAsync(IvsClient client, CancellationToken cancellationToken);

    /// <summary>Returns all resources.</summary>
    /// <param name="context">The context of the calls.</param>
    /// <param name="name">The name to filter by, or null. A list that cannot be filtered by name returns all resources.</param>
    /// <param name="cancellationToken">Cancels the running call.</param>
    IAsyncEnumerable<IvsResource> AllAsync(CallContext context, string? name, CancellationToken cancellationToken);
}
