namespace IvsTools.Emulator.Http;

/// <summary>A response, the operation of its request, and the injected fault that makes the response invalid.</summary>
internal readonly record struct HandledRequest(Response Response, string? Operation = null, BrokenAnswer? Broken = null)
{
    /// <summary>The status that the client receives, or 0 if the connection is dropped.</summary>
    public int Status => Broken switch
    {
        null or BrokenAnswer.CutOffBody => Response.Status,
        BrokenAnswer.DropConnection => 0,
        _ => 200,
    };
}
