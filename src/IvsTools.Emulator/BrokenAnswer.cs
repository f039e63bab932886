namespace IvsTools.Emulator;

/// <summary>Invalid responses, for tests.</summary>
public enum BrokenAnswer
{
    /// <summary>The connection closes before the first byte of the body.</summary>
    DropConnection,

    /// <summary>The body ends before its announced length.</summary>
    CutOffBody,

    /// <summary>A 200 with an HTML page, as from a proxy.</summary>
    Html,

    /// <summary>A 200 without a body.</summary>
    EmptyBody,

    /// <summary>A 200 with a body that is not JSON.</summary>
    GarbageJson,
}
