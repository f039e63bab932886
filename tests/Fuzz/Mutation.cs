using System.Diagnostics.CodeAnalysis;

namespace IvsTools.Fuzz;

/// <summary>
/// Makes the kinds of changes that data corruption, faulty tools and attackers make. The same random numbers cause the same changes.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "The same seed must produce the same numbers.")]
internal sealed class Mutation(Random random)
{
    // The limits of number ranges, and the tags and lengths of DER and BER.
    private static readonly byte[] Interesting =
        [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31, 0x7F, 0x80, 0x81, 0x82, 0x84, 0x88, 0xA0, 0xFE, 0xFF];

    // Values that often cause errors, such as the largest integers, an endless sequence, line endings and byte order marks.
    private static readonly byte[][] Pieces =
    [
        [0x02, 0x04, 0x7F, 0xFF, 0xFF, 0xFF],
        [0x02, 0x05, 0x00, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x02, 0x01, 0x00],
        [0x02, 0x00],
        [0x30, 0x80, 0x00],
        [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF],
        [0x00, 0x00],
        [0x05, 0x00],
        [0xFF, 0xFE],
        [0xEF, 0xBB, 0xBF],
        [.. "\r\n"u8],
        [.. "-----"u8],
        [.. "-----BEGIN "u8],
        [.. "\\n"u8],
        [.. "."u8],
        [.. "1e999"u8],
        [.. "null"u8],
        [.. "\\ud800"u8],
        [.. "token="u8],
    ];

    /// <summary>Makes one to four changes, sometimes with parts of another input.</summary>
    public byte[] Apply(byte[] input, byte[] other)
    {
        var bytes = new List<byte>(input);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
            Change(bytes, other);
        return [.. bytes];
    }

    private void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 8)), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0 or 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2 when at < bytes.Count:
                bytes[at] = Interesting[random.Next(Interesting.Length)];
                break;
            case 3 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                break;
            case 5:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 6:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 7:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 200))]);
                break;
            case 8 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                // A replacement of the same size keeps the outer lengths valid.
                var piece = Pieces[random.Next(Pieces.Length)];
                for (var i = 0; i < piece.Length && at + i < bytes.Count; i++)
                    bytes[at + i] = piece[i];
                break;
        }
    }
}
