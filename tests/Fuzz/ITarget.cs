namespace IvsTools.Fuzz;

/// <summary>Something that reads what strangers wrote.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>Inputs that are accepted as they are.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Reads an input.</summary>
    /// <returns>Why it should not have been accepted, if it was; null if all is well.</returns>
    string? Read(byte[] input);

    /// <summary>True for the exception that says that an input is refused.</summary>
    bool IsRefusal(Exception exception);
}
