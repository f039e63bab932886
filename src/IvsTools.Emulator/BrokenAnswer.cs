namespace IvsTools.Emulator;

/// <summary>Answers that no service means to give.</summary>
public enum BrokenAnswer
{
    /// <summary>The connection closes before the first byte of the body.</summary>
    DropConnection,

    /// <summary>The body ends before its announced length.</summary>
    CutOffBody,

    /// <summary>A 200 with a page, as proxies send.</summary>
    Html,

    /// <summary>A 200 with nothing.</summary>
    EmptyBody,

    /// <summary>A 200 with a body that is no JSON.</summary>
    GarbageJson,
}
