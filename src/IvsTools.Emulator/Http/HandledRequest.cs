namespace IvsTools.Emulator.Http;

/// <summary>The response to a request.</summary>
/// <param name="Response">The response before a fault damages it.</param>
/// <param name="Operation">The API operation, or null.</param>
/// <param name="Broken">The injected fault that damages the response. Null for none.</param>
internal readonly record struct HandledRequest(Response Response, string? Operation = null, BrokenAnswer? Broken = null)
{
    /// <summary>The status that the client receives. 0 if the connection is dropped.</summary>
    public int Status => Broken switch
    {
        null or BrokenAnswer.CutOffBody => Response.Status,
        BrokenAnswer.DropConnection => 0,
        _ => 200,
    };
}
