namespace IvsTools.Fuzz;

/// <summary>A parser of external input.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Inputs that are accepted without changes.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Reads an input.</summary>
    /// <returns>A description of what is wrong with the result, or null. If the input is rejected, an exception is thrown.</returns>
    string? Read(byte[] input);

    /// <summary>Returns true if the exception means that the input is rejected.</summary>
    bool IsRefusal(Exception exception);
}
