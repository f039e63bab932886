using System.Buffers.Binary;
using System.Text;

namespace IvsTools.Emulator.Tests.Ingest;

/// <summary>Writes AMF0 like an encoder.</summary>
internal static class Amf
{
    public static byte[] Of(params object?[] values) => [.. values.SelectMany(One)];

    private static byte[] One(object? value)
    {
        switch (value)
        {
            case null:
                return [5];
            case bool flag:
                return [1, (byte)(flag ? 1 : 0)];
            case string text:
                return [2, .. Name(text)];
            case byte[] raw:
                return raw;
            case IReadOnlyDictionary<string, object?> members:
                return [3, .. members.SelectMany(member => (byte[])[.. Name(member.Key), .. One(member.Value)]), 0, 0, 9];
            default:
                var number = new byte[9];
                BinaryPrimitives.WriteDoubleBigEndian(number.AsSpan(1), Convert.ToDouble(value, null));
                return number;
        }
    }

    private static byte[] Name(string name) => [(byte)(name.Length >> 8), (byte)name.Length, .. Encoding.UTF8.GetBytes(name)];
}
