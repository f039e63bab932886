namespace IvsTools.Fuzz;

/// <summary>A parser of external input.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Inputs that are accepted without changes.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Reads an input.</summary>
    /// <returns>What is wrong with the result, or null. A rejected input throws an exception.</returns>
    string? Read(byte[] input);

    /// <summary>True for the exception of a rejected input.</summary>
    bool IsRefusal(Exception exception);
}
