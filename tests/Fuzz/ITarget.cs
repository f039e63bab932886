namespace IvsTools.Fuzz;

/// <summary>A parser of external input.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Inputs that are accepted without changes.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Reads an input.</summary>
    /// <returns>The reason why the input must not be accepted. Null if the result is correct.</returns>
    string? Read(byte[] input);

    /// <summary>True for the exception of a rejected input.</summary>
    bool IsRefusal(Exception exception);
}
