using System.Text.Json;
using System.Text.Json.Serialization;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Reads the texts of an answer so that nothing in them can steer a terminal, wherever they are shown. No value that the API accepts is changed.</summary>
internal sealed class ServiceText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SafeText.Inert(reader.GetString())!;

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SafeText.Inert(reader.GetString())!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
