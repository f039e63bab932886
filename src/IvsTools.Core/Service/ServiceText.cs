using System.Text.Json;
using System.Text.Json.Serialization;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>
/// Removes control characters from the texts of a response, so that they cannot control a terminal.
/// No value that the API accepts is changed.
/// </summary>
internal sealed class ServiceText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SafeText.Inert(reader.GetString())!;

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SafeText.Inert(reader.GetString())!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
