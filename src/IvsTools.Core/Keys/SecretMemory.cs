namespace IvsTools.Keys;

/// <summary>
/// Arrays for key text, which the creator zeroes. The garbage collector does not move these arrays, because a move leaves a copy.
/// </summary>
public static class SecretMemory
{
    /// <summary>An array of zeroes.</summary>
    public static T[] Allocate<T>(int length)
        where T : unmanaged => GC.AllocateArray<T>(length, pinned: true);

    /// <summary>A copy of the bytes.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> bytes)
    {
        var copy = Allocate<byte>(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }
}
