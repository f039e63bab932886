namespace IvsTools.Emulator;

/// <summary>The kinds of invalid responses.</summary>
public enum BrokenResponse
{
    /// <summary>The connection closes before the first byte of the body.</summary>
    DropConnection,

    /// <summary>The body is shorter than its Content-Length.</summary>
    CutOffBody,

    /// <summary>The status is 200, but the body is an HTML page, like the sign-in page of a network.</summary>
    Html,

    /// <summary>The status is 200, but the body is empty.</summary>
    EmptyBody,

    /// <summary>The status is 200, but the body is not valid JSON.</summary>
    GarbageJson,
}
