using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace IvsTools.Emulator.Ingest.Rtmp;

/// <summary>Writes AMF0 values.</summary>
internal sealed class Amf0Writer
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <param name="value">A number, a string, null, or the members of an object.</param>
    public void Write(object? value)
    {
        switch (value)
        {
            case null:
                Add(Amf0Marker.Null);
                break;
            case double number:
                Add(Amf0Marker.Number);
                BinaryPrimitives.WriteDoubleBigEndian(_bytes.GetSpan(8), number);
                _bytes.Advance(8);
                break;
            case string text:
                Add(Amf0Marker.String);
                AddName(text);
                break;
            case IEnumerable<(string Name, object? Value)> members:
                Add(Amf0Marker.Object);
                foreach (var (name, member) in members)
                {
                    AddName(name);
                    Write(member);
                }
                AddName(string.Empty);
                Add(Amf0Marker.ObjectEnd);
                break;
            default:
                throw new ArgumentException($"The type {value.GetType().Name} cannot be written.", nameof(value));
        }
    }

    private void Add(Amf0Marker marker) => _bytes.Write([(byte)marker]);

    private void AddName(string name)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.GetSpan(2), checked((ushort)Encoding.UTF8.GetByteCount(name)));
        _bytes.Advance(2);
        Encoding.UTF8.GetBytes(name, _bytes);
    }
}
