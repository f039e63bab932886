using System.Buffers.Binary;
using System.Text;

namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>Reads AMF0 values. The depth and the number of values are limited.</summary>
internal sealed class Amf0Reader(ReadOnlyMemory<byte> content)
{
    private int _position;
    private int _values;

    public bool IsAtEnd => _position == content.Length;

    /// <summary>The content after the last value that was read.</summary>
    public ReadOnlyMemory<byte> Rest => content[_position..];

    /// <summary>
    /// Returns the next value, which is a double, a bool, a string, null, a list or a dictionary. If there are no more values,
    /// returns null.
    /// </summary>
    /// <exception cref="InvalidDataException">The content is not AMF0, or a limit is exceeded.</exception>
    public object? Read() => IsAtEnd ? null : Read(depth: 0);

    private object? Read(int depth)
    {
        if (depth > IngestLimits.AmfDepth || ++_values > IngestLimits.AmfValues)
            throw new InvalidDataException("An AMF value is nested too deeply or has too many members.");
        switch ((Amf0Marker)Take(1)[0])
        {
            case Amf0Marker.Number:
                return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
            case Amf0Marker.Boolean:
                return Take(1)[0] != 0;
            case Amf0Marker.String:
                return Text(BinaryPrimitives.ReadUInt16BigEndian(Take(2)));
            case Amf0Marker.LongString:
                return Text(BinaryPrimitives.ReadUInt32BigEndian(Take(4)));
            case Amf0Marker.Null or Amf0Marker.Undefined:
                return null;
            case Amf0Marker.Date:
                var milliseconds = BinaryPrimitives.ReadDoubleBigEndian(Take(8));
                // The time zone is not used.
                Take(2);
                return milliseconds;
            case Amf0Marker.EcmaArray:
                // The number of members is not used, because it can be wrong.
                Take(4);
                return Members(depth);
            case Amf0Marker.Object:
                return Members(depth);
            case Amf0Marker.StrictArray:
                return Items(BinaryPrimitives.ReadUInt32BigEndian(Take(4)), depth);
            case var other:
                throw new InvalidDataException($"The AMF type {(byte)other} is not supported.");
        }
    }

    private Dictionary<string, object?> Members(int depth)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (true)
        {
            var name = Text(BinaryPrimitives.ReadUInt16BigEndian(Take(2)));
            if (name.Length == 0 && !IsAtEnd && content.Span[_position] == (byte)Amf0Marker.ObjectEnd)
            {
                _position++;
                return members;
            }
            members[name] = Read(depth + 1);
        }
    }

    private List<object?> Items(uint count, int depth)
    {
        var items = new List<object?>();
        for (var i = 0u; i < count; i++)
            items.Add(Read(depth + 1));
        return items;
    }

    private string Text(uint length) => Encoding.UTF8.GetString(Take(length));

    private ReadOnlySpan<byte> Take(uint count)
    {
        if (count > content.Length - _position)
            throw new InvalidDataException("An AMF value is longer than its message.");
        var taken = content.Span.Slice(_position, (int)count);
        _position += (int)count;
        return taken;
    }
}
