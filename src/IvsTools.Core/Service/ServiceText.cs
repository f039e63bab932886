using System.Text.Json;
using System.Text.Json.Serialization;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Removes control characters from the text in a response, so that they cannot control a terminal.</summary>
/// <remarks>The API does not accept values with such characters, so no valid value is changed.</remarks>
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
