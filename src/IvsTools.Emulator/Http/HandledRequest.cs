namespace IvsTools.Emulator.Http;

/// <param name="Response">The response.</param>
/// <param name="Operation">The operation of the request, or null.</param>
/// <param name="Broken">The injected fault, if it makes the response invalid. Otherwise, null.</param>
/// <param name="Exception">The unexpected exception in the emulator, or null.</param>
internal readonly record struct HandledRequest(
    Response Response, string? Operation = null, BrokenResponse? Broken = null, Exception? Exception = null)
{
    /// <summary>The status that the client receives, or 0 if the connection is dropped.</summary>
    public int Status => Broken switch
    {
        null or BrokenResponse.CutOffBody => Response.Status,
        BrokenResponse.DropConnection => 0,
        _ => 200,
    };
}
