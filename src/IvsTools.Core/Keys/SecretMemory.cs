namespace IvsTools.Keys;

/// <summary>Creates arrays for key text. The caller zeroes each array.</summary>
/// <remarks>The arrays are pinned, because an array that the garbage collector moves would leave a copy of the key text.</remarks>
internal static class SecretMemory
{
    /// <summary>Returns an array of zeros.</summary>
    public static T[] Allocate<T>(int length)
        where T : unmanaged => GC.AllocateArray<T>(length, pinned: true);

    /// <summary>Returns a copy of the bytes.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> bytes)
    {
        var copy = Allocate<byte>(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }
}
