namespace IvsTools.Emulator;

/// <summary>The kinds of invalid responses.</summary>
public enum BrokenAnswer
{
    /// <summary>The connection closes before the first byte of the body.</summary>
    DropConnection,

    /// <summary>The body is shorter than its Content-Length.</summary>
    CutOffBody,

    /// <summary>The body is an HTML page, like the error page of a proxy. The status is 200.</summary>
    Html,

    /// <summary>The body is empty. The status is 200.</summary>
    EmptyBody,

    /// <summary>The body is not JSON. The status is 200.</summary>
    GarbageJson,
}
