namespace IvsTools.Fuzz;

/// <summary>A parser of external input.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Valid inputs, which the fuzzer modifies to create test inputs.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Reads an input.</summary>
    /// <returns>A description of what is wrong with the result, or null. If the input is rejected, an exception is thrown.</returns>
    string? Read(byte[] input);

    /// <summary>Returns true if the exception means that the input is rejected.</summary>
    bool IsRejection(Exception exception);
}
