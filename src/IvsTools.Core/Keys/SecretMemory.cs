namespace IvsTools.Keys;

/// <summary>Arrays for key text, which whoever made them zeroes. The garbage collector does not move them: moving leaves the old place as it was.</summary>
public static class SecretMemory
{
    /// <summary>An array of zeroes.</summary>
    public static T[] Allocate<T>(int length)
        where T : unmanaged => GC.AllocateArray<T>(length, pinned: true);

    /// <summary>A copy, which leaves the original to whoever has it.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> bytes)
    {
        var copy = Allocate<byte>(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }
}
